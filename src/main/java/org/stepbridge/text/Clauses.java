package org.stepbridge.text;

/** Cuts sentences into clauses, each with something that is said of an agreement, so that no rule reaches too far. */
final class Clauses {
    private Clauses() {}

    /** Turns the marks and conjunctions between clauses into {@link Concept#CUT}. */
    static void cut(Words words) {
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.endsSentence(i)) {
                cut(words, from, i);
                from = i + 1;
            }
        }
    }

    private static void cut(Words words, int from, int to) {
        int boundary = -1;
        boolean hard = false;
        boolean predicateBefore = false;
        for (int i = from; i < to; i++) {
            Concept concept = words.concept(i);
            if (concept.isPredicate()) {
                if (boundary >= 0 && (predicateBefore || hard)) {
                    words.become(boundary, Concept.CUT);
                }
                predicateBefore = true;
                boundary = -1;
                hard = false;
            } else if (isHard(words, i)) {
                if (!hard) {
                    boundary = i;
                }
                hard = true;
            } else if (isSoft(concept) && !hard) {
                // What has no predicate of its own belongs to the clause before.
                boundary = i;
            }
        }
        if (hard && predicateBefore && !words.is(boundary, Concept.BUT) && !startsWithProviso(words, boundary + 1)) {
            words.become(boundary, Concept.CUT);
        }
    }

    private static boolean isHard(Words words, int i) {
        Concept concept = words.concept(i);
        return concept == Concept.SEMICOLON || concept == Concept.BUT || concept == Concept.BECAUSE;
    }

    private static boolean isSoft(Concept concept) {
        return concept == Concept.COMMA || concept == Concept.AND || concept == Concept.DASH;
    }

    private static boolean startsWithProviso(Words words, int i) {
        return words.is(i, Concept.PROVISO)
                || words.is(i, Concept.CONDITION)
                || words.is(i, Concept.PENDING)
                || words.is(i, Concept.HEDGE);
    }
}
