package org.stepbridge.text;

import java.util.List;
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
        Statement elsewhere = last(Topic.THIS, Says.OTHER_COUNTERPART);
        Statement no = refused != null ? refused : unsettled;
        if (agreed != null && no == null && unsure == null) {
            Statement objection = objectionAfter(agreed);
            return answer(objection != null ? objection : agreed);
        }
        if (agreed != null && no != null) {
            return inOrder(agreed, no);
        }
        if (agreed != null && unsure != null) {
            return answer(unsure);
        }
        if (elsewhere != null && no == null) {
            return answer(elsewhere);
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
        Statement other = last(Topic.OTHER, Says.AGREED);
        if (other != null) {
            return answer(other.saying(Says.OTHER_KIND, "It says that another kind of transfer was agreed."));
        }
        Reading vague = vague();
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

    /** A refusal behind an agreement, of something that is not plain: it may well be meant. */
    private @Nullable Statement objectionAfter(Statement agreed) {
        for (Statement statement : statements) {
            boolean no = statement.says() == Says.REFUSED || statement.says() == Says.NOT_SETTLED;
            boolean unclear = statement.topic() == Topic.NEAR || statement.topic() == Topic.UNNAMED;
            if (no && unclear && statement.at() > agreed.at()) {
                return statement.saying(Says.UNSURE, "A refusal behind the agreement may be about it.");
            }
        }
        return null;
    }

    /** Helen happy in principle with a step down: no word of agreeing, but more than talk. */
    @Nullable
    Reading vague() {
        for (int i = words.textStart(); i < words.size(); i++) {
            if (!words.is(i, Concept.KIND)) {
                continue;
            }
            int from = words.sentenceStart(i);
            int to = words.sentenceEnd(i);
            boolean hedged = false;
            boolean manager = false;
            for (int j = from; j < to; j++) {
                hedged |= words.is(j, Concept.HEDGE) || words.is(j, Concept.PROVISO);
                manager |= words.is(j, Concept.COUNTERPART) || words.is(j, Concept.TM);
            }
            if (hedged && manager) {
                return new Reading(
                        Says.UNSURE, "It hints at an agreement without saying so.", List.of(words.span(from, to - 1)));
            }
        }
        return null;
    }

    private Reading inOrder(Statement agreed, Statement no) {
        if (says(no, Concept.EARLIER) && !says(agreed, Concept.EARLIER)) {
            return answer(agreed);
        }
        if (no.at() > agreed.at() && (says(no, Concept.WITHDRAW) || says(no, Concept.NOW))) {
            return answer(no);
        }
        return answer(no.saying(Says.UNSURE, "It says both that it was agreed and that it was not."));
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
                        || statement.at() < agreed.at()
                                && (statement.because().equals(Rules.ASKED)
                                        || statement.because().equals(Rules.TO_COME) && namesManager(agreed)));
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
                    || statement.says() == Says.UNSURE && !statement.because().equals(Rules.WEAKLY)
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
