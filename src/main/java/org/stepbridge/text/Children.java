package org.stepbridge.text;

import org.jspecify.annotations.Nullable;

/** Works out whether a statement is about the child of the request or about another. */
final class Children {
    private static final int REACH = 6;

    /** About whom. */
    enum Whose {
        /** The child of the request, or nobody else in particular. */
        OURS,
        /** Another child. */
        OTHERS,
        /** Somebody else is named in a way that may mean another child. */
        DOUBTFUL
    }

    private final Words words;
    private final boolean ourHead;

    Children(Words words) {
        this.words = words;
        boolean found = false;
        for (int i = words.textStart(); i < words.size(); i++) {
            found |= (words.is(i, Concept.CHILD) || words.is(i, Concept.ALLCHILDREN)) && isHead(i);
        }
        this.ourHead = found;
    }

    /** Whose agreement or refusal the statement in this clause is. */
    Whose of(int at, int from, int to) {
        int start = words.sentenceStart(at);
        Whose target = target(from, to);
        if (target == null && start < from) {
            target = target(start, from);
        }
        if (target != null) {
            return target;
        }
        Whose head = head(start, at);
        if (head != null) {
            return head;
        }
        for (int i = start; i < words.sentenceEnd(at); i++) {
            if (words.is(i, Concept.CHILD) || words.is(i, Concept.ALLCHILDREN)) {
                return Whose.OURS;
            }
        }
        Whose before = headBefore(start);
        return before != null ? before : words.inHeading(at) ? Whose.OURS : heading();
    }

    /** The child or children behind for or re, null when there is none. */
    private @Nullable Whose target(int from, int to) {
        Whose found = null;
        for (int i = from; i < to; i++) {
            boolean direct = isKind(i)
                    && !words.written(i).regionMatches(true, 0, "alongside", 0, 9)
                    && ((words.is(i + 1, Concept.PERSON) && !words.is(i + 2, Concept.TO))
                            || words.is(i + 1, Concept.SIBLING)
                            || (words.is(i + 1, Concept.WITH)
                                    && (words.is(i + 2, Concept.SIBLING)
                                            || (words.is(i + 2, Concept.WORD) && words.is(i + 3, Concept.SIBLING))))
                            || (words.is(i + 1, Concept.WORD) && words.is(i + 2, Concept.SIBLING)));
            if (!direct && !words.is(i, Concept.FOR) && !words.is(i, Concept.ABOUT)) {
                continue;
            }
            Whose whose = list(direct && words.is(i + 1, Concept.WITH) ? i + 2 : i + 1, to);
            if (whose == Whose.OTHERS && words.is(i, Concept.ABOUT)) {
                whose = Whose.DOUBTFUL;
            }
            if (whose == Whose.OURS && words.is(i - 1, Concept.NOT)) {
                whose = Whose.OTHERS;
            }
            if (whose != null && (found == null || (whose.compareTo(found) > 0 && found != Whose.OTHERS))) {
                found = whose;
            }
        }
        return found;
    }

    private @Nullable Whose list(int from, int to) {
        boolean other = false;
        for (int i = from; i < Math.min(to, from + REACH); i++) {
            switch (words.concept(i)) {
                case CHILD, ALLCHILDREN -> {
                    return Whose.OURS;
                }
                case SIBLING -> other = true;
                case PERSON -> {
                    int end = i;
                    while (words.is(end, Concept.PERSON)) {
                        end++;
                    }
                    other |= !words.is(end, Concept.TO);
                }
                case FAMILY -> {
                    // For the Price family.
                    if (!words.is(i - 1, Concept.WORD) || !words.isCapital(i - 1) || words.isTitleCase()) {
                        return other ? Whose.OTHERS : null;
                    }
                    other = true;
                }
                case AND, COMMA, LIGHT, SHE, WORD, FILLER -> {
                    // A list may go on.
                }
                default -> {
                    return other ? Whose.OTHERS : null;
                }
            }
        }
        return other ? Whose.OTHERS : null;
    }

    private @Nullable Whose head(int start, int at) {
        Whose head = null;
        for (int i = start; i < at; i++) {
            if (isHead(i)) {
                head = whose(i);
            }
        }
        return head;
    }

    private Whose whose(int head) {
        return switch (words.concept(head)) {
            case CHILD, ALLCHILDREN -> Whose.OURS;
            case SIBLING -> Whose.OTHERS;
            case WORD -> Whose.DOUBTFUL;
            default -> ourHead ? Whose.OTHERS : Whose.DOUBTFUL;
        };
    }

    /** Whether a name stands here with a colon or dash behind it, as the head of what follows. */
    private boolean isHead(int i) {
        Concept concept = words.concept(i);
        boolean family = concept == Concept.FAMILY
                && (words.is(i - 1, Concept.PERSON) || (words.is(i - 1, Concept.WORD) && words.isCapital(i - 1)));
        // Smith - not agreed; Begum - co-work agreed: beside our head a strange name may well be one.
        boolean strange = concept == Concept.WORD && ourHead && words.isCapital(i) && !words.isTitleCase();
        if (!family
                && !strange
                && concept != Concept.CHILD
                && concept != Concept.SIBLING
                && concept != Concept.PERSON
                && concept != Concept.ALLCHILDREN) {
            return false;
        }
        int first = i;
        while (first > 0 && mayLeadHead(first - 1, concept)) {
            first--;
        }
        boolean begins = words.endsSentence(first - 1)
                || words.is(first - 1, Concept.SEMICOLON)
                || words.is(first - 1, Concept.CUT)
                || (words.is(first - 1, Concept.DASH) && words.endsSentence(first - 2))
                || words.is(first - 1, Concept.COMMA);
        return begins && (words.is(i + 1, Concept.COLON) || words.is(i + 1, Concept.DASH));
    }

    private boolean mayLeadHead(int i, Concept head) {
        Concept concept = words.concept(i);
        if (concept == head || concept == Concept.SIBLING || concept == Concept.FOR || concept == Concept.PERSON) {
            return true;
        }
        if (head == Concept.FAMILY && concept == Concept.WORD && words.isCapital(i)) {
            return true;
        }
        boolean number = concept == Concept.WORD && words.term(i).length() < 3 && !words.isCapital(i);
        return number || (concept == Concept.WORD && Name.isPossessive(words.written(i)));
    }

    private @Nullable Whose headBefore(int start) {
        for (int i = start - 1; i >= words.textStart(); i--) {
            if (isHead(i)) {
                Whose whose = whose(i);
                return whose == Whose.OTHERS ? Whose.DOUBTFUL : whose;
            }
        }
        return null;
    }

    /** What the heading of the note says of whom it is about. */
    private Whose heading() {
        boolean other = false;
        boolean nameOnly = true;
        for (int i = 1; i < words.textStart(); i++) {
            switch (words.concept(i)) {
                case CHILD, ALLCHILDREN -> {
                    return Whose.OURS;
                }
                case SIBLING, PERSON -> {
                    boolean spokenTo = words.is(i - 1, Concept.WITH)
                            || words.is(i - 1, Concept.TO)
                            || words.is(i - 1, Concept.FROM)
                            || words.is(i - 1, Concept.BY)
                            || words.is(i - 1, Concept.TALK);
                    if (spokenTo) {
                        return Whose.OURS;
                    }
                    other = true;
                }
                case FOR, ABOUT, COLON, DASH, COMMA, KIND, STOP, LIGHT -> {
                    // These stand around the name of whom it is about.
                }
                default -> nameOnly = false;
            }
        }
        return !other ? Whose.OURS : nameOnly ? Whose.OTHERS : Whose.DOUBTFUL;
    }

    private boolean isKind(int i) {
        return words.is(i, Concept.KIND) || words.is(i, Concept.OTHERKIND);
    }
}
