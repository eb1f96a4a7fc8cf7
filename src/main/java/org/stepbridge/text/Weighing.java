package org.stepbridge.text;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stepbridge.evidence.Reading;
import org.stepbridge.evidence.Says;
import org.stepbridge.model.Note;
import org.stepbridge.text.Statement.Topic;

/** Puts the statements of a note together: what is plain decides, what contradicts itself is a question. */
final class Weighing {
    private final Words words;
    private final List<Statement> statements;
    private final Note note;

    Weighing(Words words, List<Statement> statements, Note note) {
        this.words = words;
        this.statements = statements;
        this.note = note;
    }

    Reading reading() {
        Statement agreed = last(Topic.THIS, Says.AGREED);
        Statement refused = last(Topic.THIS, Says.REFUSED);
        Statement unsettled = last(Topic.THIS, Says.NOT_SETTLED);
        Statement unsure = last(Topic.THIS, Says.UNSURE);
        if (agreed != null && unsure != null && isHarmlessBeside(agreed)) {
            unsure = null;
        }
        if (agreed != null && refused != null && isFamilys(refused) && namesManager(agreed)) {
            refused = null;
        }
        Statement no = refused != null ? refused : unsettled;
        if (agreed != null && no == null && unsure == null) {
            return accepted(agreed);
        }
        if (agreed != null && no != null) {
            return inOrder(agreed, no);
        }
        if (agreed != null && unsure != null) {
            return answer(unsure);
        }
        Statement elsewhere = last(Topic.THIS, Says.OTHER_COUNTERPART);
        if (elsewhere != null && no == null) {
            return answer(elsewhere);
        }
        if (no != null && words.anywhere(Concept.DOUBT)) {
            return answer(no.saying(Says.UNSURE, "Other words in the note put the refusal in doubt."));
        }
        if (no != null) {
            if (unsure != null
                    && unsure.at() > no.at()
                    && !unsure.because().equals(Judge.FAMILY_ONLY)
                    && !unsure.because().equals(Rules.WEAKLY)) {
                return answer(unsure);
            }
            return answer(no);
        }
        if (unsure != null) {
            return answer(unsure);
        }
        Statement near = lastPositive(Topic.NEAR);
        if (near != null) {
            return answer(
                    near.saying(Says.UNSURE, "It says that something was agreed, but not plainly that this was."));
        }
        Statement unnamed = lastPositive(Topic.UNNAMED);
        if (unnamed != null && (words.anywhere(Concept.COUNTERPART) || words.anywhere(Concept.TM))) {
            return answer(unnamed.saying(Says.UNSURE, "It says that something was agreed without saying what."));
        }
        Statement otherChild = last(Topic.THIS, Says.OTHER_CHILD);
        if (otherChild != null) {
            return answer(otherChild);
        }
        Statement loose = lastPositive(Topic.NONE);
        if (loose != null && words.anywhere(Concept.KIND) && words.anywhere(Concept.COUNTERPART)) {
            return answer(
                    loose.saying(Says.UNSURE, "It says that something was agreed, but not plainly that this was."));
        }
        Statement other = last(Topic.OTHER, Says.AGREED);
        if (other != null) {
            return answer(other.saying(Says.OTHER_KIND, "It says that another kind of transfer was agreed."));
        }
        Reading vague = new Hints(words).reading(statements.stream().anyMatch(Weighing::isAboutThis));
        if (vague != null) {
            return vague;
        }
        return new Reading(
                Says.SILENT,
                words.anywhere(Concept.KIND)
                        ? "It speaks of this without saying that it was agreed."
                        : "It says nothing of an agreement on this.",
                List.of());
    }

    /** An agreement counts unless something else in the note speaks against it. */
    private Reading accepted(Statement agreed) {
        Statement elsewhere = last(Topic.THIS, Says.OTHER_COUNTERPART);
        if (elsewhere != null && !namesManager(agreed)) {
            return answer(elsewhere);
        }
        if (isPutInDoubt(agreed) || isManagerAway() || isOfAnotherYear(agreed)) {
            return answer(agreed.saying(Says.UNSURE, "Other words in the note put the agreement in doubt."));
        }
        Statement objection = objectionAfter(agreed);
        return answer(objection != null ? objection : agreed);
    }

    /** Words of doubt anywhere, but for a question that the agreement answers. */
    private boolean isPutInDoubt(Statement agreed) {
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, Concept.DOUBT)) {
                int end = words.sentenceEnd(i);
                boolean answered = words.is(end, Concept.QUESTION) && end < agreed.at();
                if (!answered) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A refusal behind an agreement, of something that is not plain: it may well be meant. */
    private @Nullable Statement objectionAfter(Statement agreed) {
        for (Statement statement : statements) {
            boolean no = statement.says() == Says.REFUSED || statement.says() == Says.NOT_SETTLED;
            boolean unclear = statement.topic() == Topic.NEAR
                    || statement.topic() == Topic.UNNAMED
                    || (statement.topic() == Topic.NONE && says(statement, Concept.WITHDRAW));
            if (no && unclear && statement.at() > agreed.at() && !(isFamilys(statement) && namesManager(agreed))) {
                return statement.saying(Says.UNSURE, "A refusal behind the agreement may be about it.");
            }
            if (unclear && statement.at() > agreed.at() && isOpen(statement)) {
                return statement;
            }
        }
        return null;
    }

    /** It was agreed in 2024: of a note written later. */
    private boolean isOfAnotherYear(Statement agreed) {
        for (int i = agreed.at() + 1; i < agreed.to() && note.date() != null; i++) {
            boolean inYear = words.isNumber(i)
                    && words.term(i).matches("(19|20)\\d\\d")
                    && words.written(i - 1).equalsIgnoreCase("in");
            if (inYear && Integer.parseInt(words.term(i)) < note.date().getYear()) {
                return true;
            }
        }
        return false;
    }

    /** Helen Marsh is on leave: then somebody else has agreed for her. */
    private boolean isManagerAway() {
        for (int i = words.textStart(); i < words.size(); i++) {
            for (int j = i - 1; words.is(i, Concept.AWAY) && j >= Math.max(i - 3, words.sentenceStart(i)); j--) {
                if (words.is(j, Concept.COUNTERPART) || words.is(j, Concept.TM)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOpen(Statement statement) {
        return statement.says() == Says.UNSURE
                && (statement.because().equals(Rules.ASKED)
                        || statement.because().equals(Rules.CONDITIONAL));
    }

    private static boolean isAboutThis(Statement statement) {
        return switch (statement.topic()) {
            case THIS, NEAR, ASIDE -> true;
            case OTHER, UNNAMED, NONE -> false;
        };
    }

    private Reading inOrder(Statement agreed, Statement no) {
        if (no.at() < agreed.at() && says(no, Concept.EARLIER) && !says(agreed, Concept.EARLIER)) {
            return accepted(agreed);
        }
        if (no.at() < agreed.at() && isNowSaid(no.at(), agreed.to()) && !says(agreed, Concept.EARLIER)) {
            return accepted(agreed);
        }
        if (no.at() > agreed.at() && (says(no, Concept.WITHDRAW) || says(no, Concept.NOW))) {
            return answer(no);
        }
        return answer(no.saying(Says.UNSURE, "It says both that it was agreed and that it was not."));
    }

    /** Dad did not agree: the managers may have, for all that. */
    private boolean isFamilys(Statement no) {
        if (!words.written(no.at()).toLowerCase(Locale.ROOT).contains("agree")) {
            return false;
        }
        int i = no.at() - 1;
        while (words.is(i, Concept.NOT)
                || words.is(i, Concept.HAVE)
                || words.is(i, Concept.BE)
                || words.is(i, Concept.WORD)) {
            i--;
        }
        return words.is(i, Concept.FAMILY);
    }

    /** I had said no, but now we have agreed: what comes last is what holds. */
    private boolean isNowSaid(int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.is(i, Concept.NOW)) {
                return true;
            }
        }
        return false;
    }

    private boolean says(Statement statement, Concept concept) {
        for (int i = statement.from(); i < statement.to(); i++) {
            if (words.is(i, concept)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all that is unsure only sounds like agreement, or was still open before a plain one settled it. */
    private boolean isHarmlessBeside(Statement agreed) {
        return statements.stream()
                .filter(statement -> statement.topic() == Topic.THIS && statement.says() == Says.UNSURE)
                .allMatch(statement -> statement.because().equals(Rules.WEAKLY)
                        || (statement.because().equals(Judge.FAMILY_ONLY) && namesManager(agreed))
                        || (statement.at() < agreed.at()
                                && (statement.because().equals(Rules.ASKED)
                                        || (statement.because().equals(Rules.TO_COME) && namesManager(agreed)))));
    }

    private boolean namesManager(Statement statement) {
        for (int i = words.sentenceStart(statement.at()); i < words.sentenceEnd(statement.at()); i++) {
            switch (words.concept(i)) {
                case COUNTERPART, TM, BOTH, SHE, EVERYONE -> {
                    return true;
                }
                default -> {
                    // Looks on.
                }
            }
        }
        return false;
    }

    /** The last that speaks of an agreement, plain or not. */
    private @Nullable Statement lastPositive(Topic topic) {
        Statement found = null;
        for (Statement statement : statements) {
            boolean positive = statement.says() == Says.AGREED
                    || (statement.says() == Says.UNSURE && !statement.because().equals(Rules.WEAKLY))
                    || statement.says() == Says.OTHER_COUNTERPART;
            if (statement.topic() == topic && positive) {
                found = statement;
            }
        }
        return found;
    }

    private @Nullable Statement last(Topic topic, Says says) {
        Statement found = null;
        for (Statement statement : statements) {
            if (statement.topic() == topic && statement.says() == says) {
                found = statement;
            }
        }
        return found;
    }

    private Reading answer(Statement statement) {
        int last = Math.max(statement.from(), statement.to() - 1);
        return new Reading(statement.says(), statement.because(), List.of(words.span(statement.from(), last)));
    }
}
