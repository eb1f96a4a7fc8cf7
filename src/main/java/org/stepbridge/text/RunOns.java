package org.stepbridge.text;

/**
 * Finds sentences that begin without a full stop before them, as hurried writers leave it out: at a capital where only
 * the start of a sentence has one, and where a subject and its verb follow words that cannot lead up to them.
 */
final class RunOns {
    private final Words words;

    private RunOns(Words words) {
        this.words = words;
    }

    /** Puts an end of sentence before each of them. */
    static void part(Words words) {
        if (words.isTitleCase()) {
            return;
        }
        RunOns runOns = new RunOns(words);
        for (int i = words.textStart() + 1; i < words.size(); i++) {
            if (runOns.beginsUnmarked(i)) {
                words.insertStop(i);
                i++;
            }
        }
    }

    private boolean beginsUnmarked(int i) {
        Concept before = words.concept(i - 1);
        if (before == Concept.STOP || before == Concept.QUESTION || isMark(before)) {
            return false;
        }
        return switch (words.concept(i)) {
            case COUNTERPART, PERSON, TM ->
                (isAfterSomethingElse(i) || (before != Concept.COMMA && !leadsUp(before)))
                        && before != words.concept(i)
                        && acts(afterName(i));
            case SELF ->
                before != Concept.AND
                        && ((words.is(i + 1, Concept.HAVE) && words.is(i + 2, Concept.AGREE))
                                || (words.is(i + 1, Concept.AGREE)
                                        && words.written(i).endsWith("ve")));
            case KIND, OTHERKIND ->
                words.isSentenceCase(i)
                        && (isFormal(i) || isTwiceDenied(i) || (!leadsUpToKind(before) && isSaidOf(i + 1)));
            case TALK, AGREE, REFUSE, WITHDRAW, UNSETTLED, NOT, PROCEED, BE, HAVE, SHE, BOTH, FOR ->
                words.isSentenceCase(i) && words.isSmall(i - 1);
            default -> false;
        };
    }

    private static boolean isMark(Concept concept) {
        return switch (concept) {
            case SEMICOLON, COLON, DASH, TICK, BLANK, CUT -> true;
            default -> false;
        };
    }

    /** Whether a clause may well follow on this word. */
    private static boolean leadsUp(Concept before) {
        return switch (before) {
            case SAY,
                    HEARSAY,
                    CONDITION,
                    PROVISO,
                    THAT,
                    HEDGE,
                    AND,
                    BUT,
                    BECAUSE,
                    WITH,
                    BY,
                    FROM,
                    FOR,
                    AGREE,
                    TALK,
                    TO,
                    RATHER,
                    INSTEAD,
                    STAND,
                    BOTH,
                    TM,
                    LM,
                    WORKER,
                    OTHERBOSS -> true;
            default -> false;
        };
    }

    /** Whether a comma, or a comma and an and, stands before, and nothing in front of it can reach past it. */
    private boolean isAfterSomethingElse(int i) {
        int comma = words.is(i - 1, Concept.AND) ? i - 2 : i - 1;
        if (!words.is(comma, Concept.COMMA)) {
            return false;
        }
        boolean complete = false;
        for (int j = comma - 1; j >= words.sentenceStart(comma); j--) {
            switch (words.concept(j)) {
                case CONDITION, PROVISO, HEDGE, HEARSAY, THAT -> {
                    return false;
                }
                case SAY -> {
                    return complete;
                }
                case BE, HAVE -> complete = true;
                default -> {
                    // Looks further back.
                }
            }
        }
        return true;
    }

    private static boolean leadsUpToKind(Concept before) {
        return switch (before) {
            case BY, FROM, WITH, TALK -> false;
            case NOT -> true;
            default -> leadsUp(before);
        };
    }

    /** Co-working agreed with Helen Marsh, Team Manager: nobody writes that but as a sentence of its own. */
    private boolean isFormal(int i) {
        int name = i + 3;
        return words.is(i + 1, Concept.AGREE)
                && words.is(i + 2, Concept.WITH)
                && words.is(name, Concept.COUNTERPART)
                && words.is(name + 1, Concept.COUNTERPART)
                && words.is(afterName(name) - 1, Concept.TM);
    }

    /** Close if no Co-working was not agreed: the no belongs to what broke off before. */
    private boolean isTwiceDenied(int i) {
        return words.is(i - 1, Concept.NOT)
                && words.is(i + 1, Concept.BE)
                && (words.is(i + 2, Concept.NOT) || words.is(i + 2, Concept.REFUSE));
    }

    private int afterName(int i) {
        int next = i;
        while (words.is(next, words.concept(i))) {
            next++;
        }
        if (words.is(next, Concept.COMMA) && words.is(next + 1, Concept.TM)) {
            next += 2;
        }
        return words.is(next, Concept.COMMA) && words.is(next + 1, Concept.HAVE) ? next + 1 : next;
    }

    private boolean acts(int i) {
        return words.is(i, Concept.HAVE) && words.is(i + 1, Concept.AGREE);
    }

    private boolean isSaidOf(int i) {
        return words.is(i, Concept.AGREE) || words.is(i, Concept.TALK) || words.is(i, Concept.BE);
    }
}
