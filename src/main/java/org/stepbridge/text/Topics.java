package org.stepbridge.text;

import org.stepbridge.text.Statement.Topic;

/** Works out what a statement is about: the transfer in its own clause, or, when it names none, the one spoken of before. */
final class Topics {
    private static final int SENTENCES_BACK = 2;

    private final Words words;

    Topics(Words words) {
        this.words = words;
    }

    /** What the statement at this word, in this clause, is about. */
    Topic of(int at, int from, int to) {
        Topic named = nearest(at, from, to);
        if (named != Topic.NONE) {
            return named;
        }
        boolean bare = isBare(at, from, to);
        int sentence = words.sentenceStart(at);
        Topic before = last(sentence, from);
        if (bare) {
            for (int back = 0; before == Topic.NONE && back < SENTENCES_BACK && sentence > 1; back++) {
                int previous = words.sentenceStart(sentence - 1);
                before = last(previous, sentence - 1);
                sentence = previous;
            }
            if (before == Topic.NONE) {
                before = last(0, words.textStart());
            }
            if (before == Topic.NONE) {
                before = next(words.sentenceEnd(at) + 1);
            }
            return before == Topic.NONE ? Topic.UNNAMED : before;
        }
        return before == Topic.THIS ? Topic.NEAR : Topic.NONE;
    }

    /** The kind named nearest to the statement in its clause; one named together with it counts too. */
    private Topic nearest(int at, int from, int to) {
        int thisKind = Integer.MAX_VALUE;
        int otherKind = Integer.MAX_VALUE;
        boolean together = false;
        for (int i = from; i < to; i++) {
            if (!isKind(i) || isSetAside(i, from)) {
                continue;
            }
            int distance = Math.abs(i - at);
            if (words.is(i, Concept.KIND)) {
                thisKind = Math.min(thisKind, distance);
            } else {
                otherKind = Math.min(otherKind, distance);
            }
            together |= i + 2 < to
                    && isKind(i + 2)
                    && words.concept(i) != words.concept(i + 2)
                    && (words.is(i + 1, Concept.AND) || words.is(i + 1, Concept.COMMA));
        }
        if (thisKind == Integer.MAX_VALUE && otherKind == Integer.MAX_VALUE) {
            return Topic.NONE;
        }
        return thisKind <= otherKind || together ? Topic.THIS : Topic.OTHER;
    }

    /** Whether this kind is named only as what is not meant: instead of it, with a view to it, ending it. */
    boolean isSetAside(int kind, int from) {
        for (int i = kind - 1; i >= Math.max(from, kind - 3); i--) {
            Concept concept = words.concept(i);
            if (concept == Concept.RATHER || concept == Concept.INSTEAD || concept == Concept.END) {
                return true;
            }
            if (isKind(i) || concept == Concept.CUT) {
                return false;
            }
        }
        return false;
    }

    /** We're agreed. Co-working from Monday: the kind may follow, if nothing else is said of it there. */
    private Topic next(int from) {
        if (from >= words.size() || !isKind(from)) {
            return Topic.NONE;
        }
        for (int i = from; i < words.sentenceEnd(from); i++) {
            if (words.concept(i).isPredicate() || words.is(i, Concept.NOT) || words.is(i, Concept.BE)) {
                return Topic.NONE;
            }
        }
        return words.is(from, Concept.KIND) ? Topic.THIS : Topic.OTHER;
    }

    private Topic last(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (words.is(i, Concept.KIND)) {
                return Topic.THIS;
            }
            if (words.is(i, Concept.OTHERKIND)) {
                return Topic.OTHER;
            }
        }
        return Topic.NONE;
    }

    private boolean isKind(int i) {
        return words.is(i, Concept.KIND) || words.is(i, Concept.OTHERKIND);
    }

    private boolean isGoAhead(int i) {
        return words.is(i, Concept.PROCEED) || words.is(i, Concept.STAND) || words.is(i, Concept.AGREE);
    }

    private boolean ends(int i, int to) {
        return i >= to || words.is(i, Concept.COMMA) || words.is(i, Concept.AND) || words.is(i, Concept.WITH);
    }

    /** Whether nothing is said of what was agreed, so that it must be what was spoken of before. */
    private boolean isBare(int at, int from, int to) {
        for (int i = at - 1; i >= from; i--) {
            Concept concept = words.concept(i);
            if (concept.isSomebody() || concept == Concept.PROCEED || concept == Concept.IT || concept == Concept.STAND
                    || concept == Concept.ASK
                    || concept == Concept.COLON || concept == Concept.AND || concept == Concept.COMMA
                    || concept == Concept.TALK
                    || concept == Concept.SAY) {
                break;
            }
            if (concept == Concept.WORD) {
                return false;
            }
        }
        for (int i = at + 1; i < to; i++) {
            switch (words.concept(i)) {
                case WITH, BY, FROM, COMMA, FOR, BUT, COLON, DASH, YES, PROVISO, CONDITION -> {
                    return true;
                }
                case TO -> {
                    return isGoAhead(i + 1) || words.is(i + 1, Concept.IT) && ends(i + 2, to);
                }
                case THAT -> {
                    return ends(i + 1, to) || isGoAhead(i + 1) || isGoAhead(i + 2) || isGoAhead(i + 3);
                }
                case IT -> {
                    return ends(i + 1, to);
                }
                case PROCEED, STAND, ASK -> {
                    return !words.is(i + 1, Concept.BE);
                }
                case WORD, WORKER, PERSON, AGAIN -> {
                    return false;
                }
                default -> {
                    // Roles, small words and marks say nothing of what was agreed.
                }
            }
        }
        return true;
    }
}
