package org.stepbridge.text;

import java.util.BitSet;

/**
 * The stretches of a note, from one full stop to the next, on which a clause can be built. No rule looks past them, so
 * the rest of the note need not be asked.
 */
final class Stretches {
    private final Words words;
    private final BitSet held = new BitSet();
    private int from;
    private int to;
    private BitSet concepts = new BitSet();

    Stretches(Words words) {
        this.words = words;
        int start = 0;
        while (start < words.size()) {
            int end = end(start + 1);
            if (hasPredicate(start, end)) {
                held.set(start, Math.min(end + 1, words.size()));
            }
            start = end;
        }
    }

    /** Whether this word stands in one of them, the marks at both ends included. */
    boolean hold(int i) {
        return held.get(i);
    }

    /** Which concepts stand in the stretch of this word, by their numbers. */
    BitSet concepts(int at) {
        if (at < from || at >= to) {
            from = at;
            while (from > 0 && !words.is(from, Concept.STOP)) {
                from--;
            }
            to = end(at + 1);
            concepts = new BitSet();
            for (int i = from; i < Math.min(to + 1, words.size()); i++) {
                concepts.set(words.concept(i).number());
            }
        }
        return concepts;
    }

    private int end(int after) {
        int end = after;
        while (end < words.size() && !words.is(end, Concept.STOP)) {
            end++;
        }
        return end;
    }

    private boolean hasPredicate(int start, int end) {
        for (int i = start; i < end; i++) {
            if (words.concept(i).isPredicate()) {
                return true;
            }
        }
        return false;
    }
}
