package org.stepbridge.text;

import java.util.EnumSet;
import java.util.Set;

/**
 * Tells whether words hang together: that a transfer is what was agreed, or that nothing else was. It knows what may
 * stand between and takes every word it does not know for a reason to doubt.
 */
final class Links {
    /** These leave no doubt what is agreed, wherever they stand. */
    private static final Set<Concept> CLEAR = EnumSet.of(
            Concept.WITH,
            Concept.BY,
            Concept.FROM,
            Concept.THAT,
            Concept.FOR,
            Concept.BE,
            Concept.HAVE,
            Concept.SELF,
            Concept.SHE,
            Concept.TM,
            Concept.LM,
            Concept.COUNTERPART,
            Concept.PERSON,
            Concept.OTHERBOSS,
            Concept.WORKER,
            Concept.MANAGER,
            Concept.CSC,
            Concept.EVERYONE,
            Concept.FAMILY,
            Concept.CHILD,
            Concept.SIBLING,
            Concept.ALLCHILDREN,
            Concept.BOTH,
            Concept.LIGHT,
            Concept.FILLER,
            Concept.NOW,
            Concept.COLON,
            Concept.DASH,
            Concept.PROCEED,
            Concept.IT,
            Concept.STAND,
            Concept.AGREE,
            Concept.WEAK,
            Concept.NEGLIGIBLE,
            Concept.YES,
            Concept.AS,
            Concept.KEEN,
            Concept.POSTPONE,
            Concept.NEEDED);

    private final Words words;

    Links(Words words) {
        this.words = words;
    }

    /** Agreed with Helen that we will co-work: whether the kind is what the agreeing is about. */
    boolean isObject(int at, int kind) {
        for (int i = complement(at, kind); i < kind; i++) {
            boolean mayStandBetween = switch (words.concept(i)) {
                case TO, MODAL, COMMA, AND -> true;
                case END -> i + 2 < kind || words.is(i + 1, Concept.AND);
                case ASK -> words.is(i + 1, Concept.FOR);
                case TALK -> words.is(i + 1, Concept.WITH);
                default -> CLEAR.contains(words.concept(i)) || words.isNumber(i) || isSomebodyWho(i);
            };
            if (!mayStandBetween) {
                return false;
            }
        }
        return true;
    }

    /** Where what was agreed begins: all agreed, Will and I among them, that... that his needs are met and that... */
    private int complement(int at, int kind) {
        int start = at + 1;
        if (words.is(start, Concept.COMMA)) {
            for (int i = start + 1; i < kind && !words.is(i, Concept.TO) && !words.is(i, Concept.SAY); i++) {
                if (words.is(i, Concept.COMMA) && words.is(i + 1, Concept.THAT)) {
                    start = i + 1;
                }
            }
        }
        if (words.is(start, Concept.LIGHT)) {
            // Agreed at the end of our call that.
            for (int i = start + 1; i < Math.min(kind, start + 6) && !isVerbal(i); i++) {
                if (words.is(i, Concept.THAT)) {
                    start = i;
                }
            }
        }
        if (!words.is(start, Concept.THAT)) {
            return start;
        }
        for (int i = start + 1; i < kind; i++) {
            if (words.is(i, Concept.LIGHT) && words.written(i).equalsIgnoreCase("and that")) {
                start = i + 1;
            }
            if (words.is(i, Concept.AND) && isOfChild(i + 1) && words.is(i + 2, Concept.MODAL)) {
                start = i + 1;
            }
        }
        return start;
    }

    private boolean isVerbal(int i) {
        return words.is(i, Concept.TO)
                || words.is(i, Concept.SAY)
                || words.is(i, Concept.COMMA)
                || words.is(i, Concept.AND)
                || words.concept(i).isPredicate();
    }

    /** Agreed that Meena will co-work: whoever she is. */
    private boolean isSomebodyWho(int i) {
        return words.is(i, Concept.WORD)
                && words.isCapital(i)
                && !words.isTitleCase()
                && (words.is(i + 1, Concept.MODAL) || (words.is(i + 1, Concept.WORD) && isSomebodyWho(i + 1)));
    }

    private boolean isOfChild(int i) {
        return words.is(i, Concept.SHE) || words.is(i, Concept.CHILD) || words.is(i, Concept.ALLCHILDREN);
    }

    /** Co-working was discussed and agreed: whether the agreeing is said of the kind before it. */
    boolean isSaidOf(int kind, int at, int to) {
        boolean somethingBetween = false;
        for (int i = kind + 1; i < at; i++) {
            switch (words.concept(i)) {
                case TALK, AND, COMMA, ASK, GET -> somethingBetween = true;
                case EARLIER, ABOUT -> {
                    // Nor do these, before an agreement.
                }
                default -> {
                    boolean toSomebody = words.is(i, Concept.TO)
                            && (words.is(i + 1, Concept.LIGHT)
                                    || words.is(i + 1, Concept.PROCEED)
                                    || words.concept(i + 1).isSomebody());
                    if (!CLEAR.contains(words.concept(i)) && !words.isNumber(i) && !toSomebody) {
                        return false;
                    }
                }
            }
        }
        return !somethingBetween || isBareBehind(at, to);
    }

    /** Whether nothing is said of what was agreed, so that it must be what was spoken of before. */
    boolean isBare(int at, int from, int to) {
        return isBareBefore(at, from) && isBareBehind(at, to);
    }

    /** The same for a refusal, which is often followed by its reason. */
    boolean isUnaddressed(int at, int from, int to) {
        if (!isBareBefore(at, from) && !isThereIs(at)) {
            return false;
        }
        int next = at + 1;
        boolean toThis = words.is(next, Concept.TO)
                && (words.is(next + 1, Concept.ASK)
                        || words.is(next + 1, Concept.STAND)
                        || ((words.is(next + 1, Concept.PROCEED)
                                        || words.is(next + 1, Concept.FILLER)
                                        || words.is(next + 1, Concept.IT)
                                        || words.is(next + 1, Concept.THAT))
                                && (next + 2 >= to
                                        || words.is(next + 2, Concept.ASK)
                                        || words.is(next + 2, Concept.STAND))));
        return next >= to
                || toThis
                || (!words.is(next, Concept.WORD) && !words.is(next, Concept.TO) && !words.is(next, Concept.FILLER));
    }

    /** There is no agreement: words that lead to a refusal and say nothing of what it is about. */
    private boolean isThereIs(int at) {
        int be = words.is(at - 1, Concept.NOT) ? at - 2 : at - 1;
        return words.is(be, Concept.BE) && words.written(be - 1).equalsIgnoreCase("there");
    }

    private boolean isBareBefore(int at, int from) {
        for (int i = at - 1; i >= from; i--) {
            Concept concept = words.concept(i);
            switch (concept) {
                case PROCEED, IT, STAND, ASK, COLON, AND, COMMA, DASH, TALK, SAY -> {
                    return true;
                }
                case WORD, FILLER -> {
                    return words.isNumber(i);
                }
                default -> {
                    if (concept.isSomebody()) {
                        return true;
                    }
                }
            }
        }
        return true;
    }

    private boolean isBareBehind(int at, int to) {
        boolean party = false;
        for (int i = at + 1; i < to; i++) {
            switch (words.concept(i)) {
                case WITH, BY, FROM -> party = true;
                case COMMA, FOR, BUT, COLON, DASH, YES, PROVISO, CONDITION, AS -> {
                    return true;
                }
                case TO -> {
                    return ends(i + 1, to)
                            || (isGoAhead(i + 1) && !isSomethingNew(i + 2, to))
                            || (words.is(i + 1, Concept.IT) && ends(i + 2, to));
                }
                case THAT -> {
                    return ends(i + 1, to)
                            || isGoAhead(i + 1)
                            || isGoAhead(i + 2)
                            || isGoAhead(i + 3)
                            || (words.is(i + 1, Concept.IT) && words.is(i + 2, Concept.BE) && ends(i + 3, to));
                }
                case IT -> {
                    return ends(i + 1, to) || (words.is(i + 1, Concept.BE) && words.is(i + 2, Concept.NEEDED));
                }
                case PROCEED, STAND, ASK -> {
                    return !words.is(i + 1, Concept.BE);
                }
                case WORD, FILLER, AGAIN -> {
                    if (!words.isNumber(i)) {
                        return party && isSmallWord(i - 1);
                    }
                }
                case WORKER, PERSON -> {
                    if (!party) {
                        return false;
                    }
                }
                default -> {
                    // Roles, small words and marks say nothing of what was agreed.
                }
            }
        }
        return true;
    }

    /** Agreed to continue six-weekly supervision: what goes on is something else. */
    private boolean isSomethingNew(int i, int to) {
        return i < to && words.is(i, Concept.WORD) && !words.isNumber(i);
    }

    private boolean isSmallWord(int i) {
        return words.is(i, Concept.LIGHT) || words.is(i, Concept.SELF) || words.isNumber(i);
    }

    private boolean isGoAhead(int i) {
        return words.is(i, Concept.PROCEED) || words.is(i, Concept.STAND) || words.is(i, Concept.AGREE);
    }

    private boolean ends(int i, int to) {
        return i >= to || words.is(i, Concept.COMMA) || words.is(i, Concept.AND) || words.is(i, Concept.WITH);
    }
}
