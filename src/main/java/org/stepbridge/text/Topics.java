package org.stepbridge.text;

import org.stepbridge.text.Statement.Topic;

/** Works out what a statement is about: the transfer in its own clause, or, when it names none, the one spoken of before. */
final class Topics {
    private static final int SENTENCES_BACK = 2;
    /** How far a refusal may stand from what it is about, in the long breath of those who dictate. */
    private static final int NEGATIVE_REACH = 18;

    private final Words words;
    private final Links links;

    Topics(Words words) {
        this.words = words;
        this.links = new Links(words);
    }

    /** What the statement at this word, in this clause, is about. */
    Topic of(int at, int from, int to) {
        Topic named = named(at, from, to);
        if (named != Topic.NONE) {
            return named;
        }
        Topic before = last(words.sentenceStart(at), from);
        boolean bare = isPositive(at) ? links.isBare(at, from, to) : links.isUnaddressed(at, from, to);
        if (!bare) {
            return before == Topic.THIS ? Topic.NEAR : Topic.NONE;
        }
        Topic carried = before == Topic.NONE ? carried(at) : before;
        return carried == Topic.NONE ? Topic.UNNAMED : carried;
    }

    /** What the sentences before, the heading or the words right behind speak of. */
    private Topic carried(int at) {
        int sentence = words.sentenceStart(at);
        boolean label =
                words.is(at - 1, Concept.COLON) || (words.is(at - 1, Concept.NOT) && words.is(at - 2, Concept.COLON));
        int reach = label && words.is(sentence, Concept.STAND) ? Integer.MAX_VALUE : SENTENCES_BACK;
        for (int back = 0; back < reach && sentence > words.textStart(); back++) {
            while (sentence > 1 && words.endsSentence(sentence - 1) && words.endsSentence(sentence - 2)) {
                sentence--;
            }
            int previous = words.sentenceStart(sentence - 1);
            Topic found = last(previous, sentence - 1);
            if (found != Topic.NONE) {
                return found;
            }
            sentence = previous;
        }
        Topic heading = last(0, words.textStart());
        return heading != Topic.NONE ? heading : next(words.sentenceEnd(at) + 1);
    }

    private boolean isPositive(int at) {
        return switch (words.concept(at)) {
            case AGREE, WEAK, AGREEMENT, TOCOME -> true;
            default -> false;
        };
    }

    /** The kind named nearest to the statement in its clause; one named together with it counts too. */
    private Topic named(int at, int from, int to) {
        int thisKind = Integer.MAX_VALUE;
        int otherKind = Integer.MAX_VALUE;
        boolean positive = isPositive(at);
        boolean clear = false;
        boolean together = false;
        boolean aside = false;
        for (int i = from; i < to; i++) {
            if (!isKind(i)) {
                continue;
            }
            if (isSetAside(i, from)) {
                aside = true;
                continue;
            }
            int distance = Math.abs(i - at);
            if (words.is(i, Concept.KIND)) {
                thisKind = Math.min(thisKind, distance);
                clear |= !positive
                        ? distance <= NEGATIVE_REACH
                        : i < at ? links.isSaidOf(i, at, to) : links.isObject(at, i);
            } else {
                otherKind = Math.min(otherKind, distance);
            }
            together |= i + 2 < to
                    && isKind(i + 2)
                    && words.concept(i) != words.concept(i + 2)
                    && (words.is(i + 1, Concept.AND) || words.is(i + 1, Concept.COMMA));
        }
        if (thisKind == Integer.MAX_VALUE) {
            return otherKind != Integer.MAX_VALUE ? Topic.OTHER : aside && isPositive(at) ? Topic.ASIDE : Topic.NONE;
        }
        if (thisKind > otherKind && !together) {
            return Topic.OTHER;
        }
        return clear ? Topic.THIS : Topic.NEAR;
    }

    /** Whether this kind is named only as what is not meant: instead of it, with a view to it, ending it. */
    private boolean isSetAside(int kind, int from) {
        for (int i = kind - 1; i >= Math.max(from, kind - 3); i--) {
            Concept concept = words.concept(i);
            if (concept == Concept.RATHER || concept == Concept.INSTEAD || concept == Concept.END) {
                return true;
            }
            if (isKind(i) || concept == Concept.CUT || concept == Concept.AND || concept == Concept.COMMA) {
                return false;
            }
        }
        return false;
    }

    /** We're agreed. Co-working from Monday: the kind may follow, if nothing else is said of it there. */
    private Topic next(int from) {
        int kind = from;
        while (mayLeadToKind(kind)
                || (kind == from && words.is(kind, Concept.PERSON) && words.is(kind + 1, Concept.TO))) {
            kind++;
        }
        if (kind >= words.size() || !isKind(kind)) {
            return Topic.NONE;
        }
        for (int i = from; i < words.sentenceEnd(from); i++) {
            if (words.concept(i).isPredicate() || words.is(i, Concept.NOT) || words.is(i, Concept.BE)) {
                return Topic.NONE;
            }
        }
        return words.is(kind, Concept.KIND) ? Topic.THIS : Topic.OTHER;
    }

    private boolean mayLeadToKind(int i) {
        return words.is(i, Concept.LIGHT)
                || words.is(i, Concept.TO)
                || words.is(i, Concept.MODAL)
                || words.is(i, Concept.DASH)
                || (i < words.size() && words.isNumber(i));
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
}
