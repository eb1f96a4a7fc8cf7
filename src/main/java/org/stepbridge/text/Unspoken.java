package org.stepbridge.text;

/** Finds it said that the manager on the request was not spoken to: whatever was agreed, it was not with them. */
final class Unspoken {
    static final String BECAUSE = "It says that the manager was not spoken to.";

    private Unspoken() {}

    /** Helen not spoken to yet. */
    static boolean in(Words words) {
        for (int i = words.textStart(); i < words.size(); i++) {
            boolean notSpoken = words.is(i, Concept.TALK)
                    && (words.is(i - 1, Concept.NOT)
                            || (words.is(i - 2, Concept.NOT) && !words.endsSentence(i - 1))
                            || (words.is(i - 3, Concept.NOT)
                                    && !words.endsSentence(i - 1)
                                    && !words.endsSentence(i - 2)));
            if (!notSpoken) {
                continue;
            }
            if (isWithFamily(words, i)) {
                continue;
            }
            for (int j = words.sentenceStart(i); j < words.sentenceEnd(i); j++) {
                if (words.is(j, Concept.COUNTERPART) || words.is(j, Concept.TM)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Helen to be updated, will speak to Helen tomorrow: where nothing else is said of her, she has not agreed. */
    static boolean stillToBe(Words words) {
        boolean future = false;
        for (int i = words.textStart(); i < words.size(); i++) {
            if (isManager(words, i) && !isManager(words, i - 1)) {
                if (!isToBeToldAt(words, i) && !isToBeSpokenToAt(words, i)) {
                    return false;
                }
                future = true;
            }
        }
        return future;
    }

    private static boolean isManager(Words words, int i) {
        return words.is(i, Concept.COUNTERPART)
                || words.is(i, Concept.TM)
                || (words.is(i, Concept.COMMA) && words.is(i - 1, Concept.COUNTERPART) && words.is(i + 1, Concept.TM));
    }

    private static boolean isToBeToldAt(Words words, int manager) {
        int after = manager;
        while (isManager(words, after)) {
            after++;
        }
        return words.is(after, Concept.TO)
                && words.is(after + 1, Concept.BE)
                && !words.concept(after + 2).isPredicate();
    }

    private static boolean isToBeSpokenToAt(Words words, int manager) {
        boolean told = false;
        for (int i = manager - 1; i > words.sentenceStart(manager) - 1 && i > manager - 6; i--) {
            switch (words.concept(i)) {
                case TALK, SAY, CONTINGENCY -> told = true;
                case WORD ->
                    told |= words.term(i).equals("updat") || words.term(i).equals("email");
                case MODAL, PENDING, AGAIN -> {
                    return told || words.is(i, Concept.AGAIN);
                }
                case BE -> {
                    return told && words.is(i - 1, Concept.TO);
                }
                case TO, WITH, FILLER, LIGHT, SELF -> {
                    // These may stand between.
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** Not raised with mum yet: it is not the manager who was not spoken to. */
    private static boolean isWithFamily(Words words, int talk) {
        for (int i = talk + 1; i < words.sentenceEnd(talk) && !words.is(i, Concept.COMMA); i++) {
            if (words.concept(i).isSomebody()) {
                return words.is(i, Concept.FAMILY) || words.is(i, Concept.CHILD);
            }
        }
        return false;
    }
}
