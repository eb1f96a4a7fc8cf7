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
        if (loose != null
                && words.anywhere(Concept.KIND)
                && words.anywhere(Concept.COUNTERPART)
                && !Unspoken.in(words)) {
            return answer(
                    loose.saying(Says.UNSURE, "It says that something was agreed, but not plainly that this was."));
        }
        Statement other = last(Topic.OTHER, Says.AGREED);
        if (other != null) {
            return answer(other.saying(Says.OTHER_KIND, "It says that another kind of transfer was agreed."));
        }
        Statement noNear = last(Topic.NEAR, Says.REFUSED);
        if (noNear != null && !isFamilys(noNear)) {
            return answer(noNear);
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
        for (int i = agreed.from() + 1; i < agreed.to() && note.date() != null; i++) {
            boolean inYear = words.isNumber(i)
                    && words.term(i).matches("(19|20)\\d\\d")
                    && (words.written(i - 1).equalsIgnoreCase("in")
                            || (!words.isNumber(i - 1) && words.written(i - 2).equalsIgnoreCase("in")));
            if (inYear && Integer.parseInt(words.term(i)) < note.date().getYear()) {
                return true;
            }
        }
        return false;
    }

    /** Helen Marsh is on leave: then somebody else has agreed for her. */
    private boolean isManagerAway() {
        for (int i = words.textStart(); i < words.size(); i++) {
            if (words.is(i, Concept.AWAY) && isApologyOfManager(i)) {
                return true;
            }
            for (int j = i - 1; words.is(i, Concept.AWAY) && j >= Math.max(i - 3, words.sentenceStart(i)); j--) {
                if (words.is(j, Concept.COUNTERPART) || words.is(j, Concept.TM)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Apologies: school nurse, Helen Marsh. */
    private boolean isApologyOfManager(int away) {
        if (!words.written(away).toLowerCase(Locale.ROOT).startsWith("apolog")) {
            return false;
        }
        for (int i = away + 1; i < words.sentenceEnd(away); i++) {
            if (words.is(i, Concept.COUNTERPART) || words.is(i, Concept.TM)) {
                return true;
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
        if (no.at() > agreed.at() && isOfBefore(no) && !says(agreed, Concept.EARLIER)) {
            return accepted(agreed);
        }
        if (no.at() < agreed.at() && isAgreedWith(no, agreed)) {
            return answer(no);
        }
        if (no.at() > agreed.at() && (says(no, Concept.WITHDRAW) || isSaidNow(no))) {
            return answer(no);
        }
        return answer(no.saying(Says.UNSURE, "It says both that it was agreed and that it was not."));
    }

    /** Previously this was turned down: told behind the agreement, and yet before it. */
    private boolean isOfBefore(Statement no) {
        int first = words.is(no.from(), Concept.COMMA) ? no.from() + 1 : no.from();
        return words.is(first, Concept.EARLIER) && first < no.at();
    }

    /** Step down is not needed. Claire agrees: with that, and not to the step down. */
    private boolean isAgreedWith(Statement no, Statement agreed) {
        if (!words.is(no.at(), Concept.KIND) || says(agreed, Concept.KIND) || says(agreed, Concept.BUT)) {
            return false;
        }
        int next = words.sentenceEnd(no.at()) + 1;
        if (words.sentenceStart(agreed.at()) <= next) {
            return true;
        }
        // We both agreed on this.
        int last = agreed.to() - 1;
        return words.sentenceStart(agreed.at()) <= words.sentenceEnd(next) + 1
                && (words.is(last, Concept.PROCEED) || words.is(last, Concept.IT) || words.is(last, Concept.THAT))
                && words.is(last - 1, Concept.LIGHT);
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

    /** Declined today: later than what was agreed; but not: no agreement at this time. */
    private boolean isSaidNow(Statement no) {
        for (int i = no.from(); i < no.to(); i++) {
            if (words.is(i, Concept.NOW) && !words.written(i).equalsIgnoreCase("this time")) {
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
                        || (statement.because().equals(Judge.FAMILY_ONLY)
                                && (namesManager(agreed) || words.anywhere(Concept.COUNTERPART)))
                        || isOurPart(statement, agreed)
                        || (statement.at() < agreed.at()
                                && says(statement, Concept.EARLIER)
                                && !says(agreed, Concept.EARLIER))
                        || (statement.at() < agreed.at()
                                && (statement.because().equals(Rules.ASKED)
                                        || (statement.because().equals(Rules.TO_COME) && namesManager(agreed)))));
    }

    /** We are agreed, and Early Help will accept: what the writer's side does of it. */
    private boolean isOurPart(Statement statement, Statement agreed) {
        int modal = statement.at() - 1;
        boolean ours = words.is(modal - 1, Concept.SELF)
                || words.is(modal - 1, Concept.LM)
                || (words.is(modal - 1, Concept.LIGHT) && words.isCapital(modal - 1));
        return statement.because().equals(Rules.TO_COME)
                && words.is(modal, Concept.MODAL)
                && words.written(modal).equalsIgnoreCase("will")
                && ours
                && namesManager(agreed);
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
            boolean others = topic == Topic.UNNAMED
                    && (statement.because().equals(Judge.FAMILY_ONLY)
                            || statement.because().equals(Unspoken.BECAUSE));
            if (statement.topic() == topic && positive && !others) {
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
