package org.stepbridge.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.evidence.Reading;
import org.stepbridge.evidence.Says;

/**
 * Finds what may well be an agreement in words that the reader does not know, so that a person is asked and nothing is
 * sent back for the writer's choice of words.
 */
final class Hints {
    private final Words words;

    Hints(Words words) {
        this.words = words;
    }

    /**
     * A question where the note hints at an agreement, null where it does not.
     *
     * @param stated whether something that the reader does know is said of this transfer already
     */
    @Nullable
    Reading reading(boolean stated) {
        Reading vague = vague();
        return vague != null || stated ? vague : asserted();
    }

    /** Helen happy in principle with a step down: no word of agreeing, but more than talk. */
    private @Nullable Reading vague() {
        if (!words.anywhere(Concept.KIND)) {
            return null;
        }
        boolean managerNamed = words.anywhere(Concept.COUNTERPART) || words.anywhere(Concept.TM);
        for (int from = words.textStart(); from < words.size(); from = words.sentenceEnd(from) + 1) {
            int to = words.sentenceEnd(from);
            if (isHint(from, to, managerNamed) || (managerNamed && isYes(from, to))) {
                return new Reading(
                        Says.UNSURE,
                        "It hints at an agreement without saying so.",
                        List.of(words.span(from, Math.max(from, to - 1))));
            }
        }
        return null;
    }

    /** Step down it is: the transfer is spoken of as settled, by no word of agreeing that the reader knows. */
    private @Nullable Reading asserted() {
        if (!words.anywhere(Concept.COUNTERPART) && !words.anywhere(Concept.TM)) {
            return null;
        }
        for (int from = words.textStart(); from < words.size(); from = words.sentenceEnd(from) + 1) {
            int to = words.sentenceEnd(from);
            if (isAssertion(from, to)) {
                return new Reading(
                        Says.UNSURE,
                        "It speaks of this as if it were settled, without saying that it was agreed.",
                        List.of(words.span(from, Math.max(from, to - 1))));
            }
        }
        return null;
    }

    private boolean isAssertion(int from, int to) {
        boolean kind = false;
        for (int i = from; i < to; i++) {
            if (isOthersThought(i)) {
                return false;
            }
            switch (words.concept(i)) {
                case KIND -> kind |= !words.is(i - 1, Concept.FOR) && !words.is(i - 1, Concept.ABOUT);
                case NOT,
                        ASK,
                        OPEN,
                        TALK,
                        AGAIN,
                        PENDING,
                        MIGHT,
                        BLANK,
                        INSTEAD,
                        END,
                        HEARSAY,
                        ABOUT,
                        REFUSE,
                        WITHDRAW,
                        UNSETTLED,
                        UNFIT -> {
                    return false;
                }
                default -> {
                    // Says nothing for or against.
                }
            }
        }
        return kind && !words.is(to, Concept.QUESTION);
    }

    /** The worker thinks that the family are ready. */
    private boolean isOthersThought(int i) {
        boolean thinks = words.is(i, Concept.WORD)
                && (words.term(i).equals("think") || words.term(i).equals("feel"));
        return thinks
                && switch (words.concept(i - 1)) {
                    case WORKER, PERSON, FAMILY, CHILD, SIBLING, ALLCHILDREN -> true;
                    default -> false;
                };
    }

    /** Yes, ok: an answer, if to nobody knows what. */
    private boolean isYes(int from, int to) {
        boolean yes = false;
        for (int i = from; i < to; i++) {
            if (words.is(i, Concept.NOT) || words.is(i, Concept.NOPE)) {
                return false;
            }
            yes |= words.is(i, Concept.YES) && words.written(i).length() > 1;
        }
        return yes;
    }

    private boolean isHint(int from, int to, boolean managerNamed) {
        boolean leaning = false;
        boolean manager = false;
        boolean kind = false;
        for (int i = from; i < to; i++) {
            switch (words.concept(i)) {
                case DOUBT -> {
                    return true;
                }
                case HEDGE, PROVISO -> leaning = true;
                case KEEN, YES -> leaning |= !words.is(i - 1, Concept.NOT) && !words.is(i - 2, Concept.NOT);
                case COUNTERPART, TM, BOTH -> manager = true;
                case KIND -> kind = true;
                default -> {
                    // Says nothing of a leaning.
                }
            }
        }
        return leaning && (manager || (kind && managerNamed));
    }
}
