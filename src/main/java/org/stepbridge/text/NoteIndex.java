package org.stepbridge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * One note in memory, to be asked where a pattern of words occurs. Only what rules ask for is held, and only of the
 * sentences on which a clause can be built. Used by one thread for one note at a time.
 */
final class NoteIndex {
    private static final String FIELD = "note";

    private final MemoryIndex memory = new MemoryIndex();
    private LeafReaderContext reader;

    NoteIndex() {
        reader = leaf();
    }

    /** Forgets the note before and takes in this one. */
    void hold(Words words, Stretches stretches) {
        memory.reset();
        memory.addField(FIELD, new Replay(words, stretches));
        reader = leaf();
    }

    private LeafReaderContext leaf() {
        return memory.createSearcher().getIndexReader().leaves().get(0);
    }

    /** Every place that lies inside an occurrence of this pattern. */
    BitSet places(IntervalsSource pattern) {
        BitSet places = new BitSet();
        try {
            IntervalIterator found = pattern.intervals(FIELD, reader);
            if (found == null || found.nextDoc() == IntervalIterator.NO_MORE_DOCS) {
                return places;
            }
            while (found.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
                places.set(found.start(), found.end() + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    /** The words that matter once more, as a stream for the index; the others leave gaps. */
    private static final class Replay extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final Words words;
        private final Stretches stretches;
        private int at;
        private int last = -1;

        Replay(Words words, Stretches stretches) {
            this.words = words;
            this.stretches = stretches;
        }

        @Override
        public boolean incrementToken() {
            while (at < words.size() && !(stretches.hold(at) && Rules.ask(words.concept(at)))) {
                at++;
            }
            if (at == words.size()) {
                return false;
            }
            clearAttributes();
            term.append(words.concept(at).term);
            step.setPositionIncrement(at - last);
            last = at++;
            return true;
        }
    }
}
