package org.stepbridge.text;

import java.util.Arrays;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/** How words may stand to each other; the bricks of {@link Rules}. */
final class Patterns {
    private static final IntervalsSource END = or(Concept.CUT, Concept.STOP, Concept.QUESTION);
    private static final IntervalsSource PAUSE =
            or(Concept.CUT, Concept.STOP, Concept.QUESTION, Concept.COMMA, Concept.BUT, Concept.DASH, Concept.AS);

    private Patterns() {}

    static IntervalsSource t(Concept concept) {
        return Intervals.term(concept.term);
    }

    static IntervalsSource or(Concept... concepts) {
        return Intervals.or(Arrays.stream(concepts).map(Patterns::t).toArray(IntervalsSource[]::new));
    }

    /** These in this order with at most so many words between, wherever that is. */
    static IntervalsSource within(int gaps, IntervalsSource... parts) {
        return Intervals.maxgaps(gaps, Intervals.ordered(parts));
    }

    /** These in this order inside one clause, with at most so many words between. */
    static IntervalsSource near(int gaps, IntervalsSource... parts) {
        return Intervals.notContaining(within(gaps, parts), END);
    }

    /** The same without a comma, an as or a but between. */
    static IntervalsSource plain(int gaps, IntervalsSource... parts) {
        return Intervals.notContaining(within(gaps, parts), PAUSE);
    }

    /** These in any order inside one clause. */
    static IntervalsSource around(int gaps, IntervalsSource one, IntervalsSource other) {
        return Intervals.notContaining(Intervals.maxgaps(gaps, Intervals.unordered(one, other)), END);
    }

    /** This inside one clause, a question mark at its end included. */
    static IntervalsSource inClause(IntervalsSource pattern) {
        return Intervals.notContaining(pattern, or(Concept.CUT, Concept.STOP));
    }

    /** These in this order, not past the end of the sentence but past a question mark. */
    static IntervalsSource inSentence(int gaps, IntervalsSource... parts) {
        return Intervals.notContaining(within(gaps, parts), t(Concept.STOP));
    }
}
