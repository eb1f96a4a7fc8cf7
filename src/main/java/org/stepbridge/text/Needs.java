package org.stepbridge.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Which concepts a note must hold for a pattern to occur in it: a quick look that spares asking the index. Sets of
 * concepts are sets of their numbers.
 */
final class Needs extends QueryVisitor {
    /** At least one of each of these sets must be there. */
    private final List<BitSet> sets;
    /** Where all concepts of a choice go; null outside one. */
    private final @Nullable BitSet choice;

    private Needs(List<BitSet> sets, @Nullable BitSet choice) {
        this.sets = sets;
        this.choice = choice;
    }

    static Needs of(IntervalsSource pattern) {
        Needs needs = new Needs(new ArrayList<>(), null);
        pattern.visit("", needs);
        return needs;
    }

    /** Whether the pattern could occur in a note with these concepts. */
    boolean metBy(BitSet present) {
        for (BitSet set : sets) {
            if (!set.intersects(present)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
        for (Term term : terms) {
            BitSet set = choice == null ? newSet() : choice;
            set.set(Objects.requireNonNull(Concept.of(term.text())).number());
        }
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
        if (occur == Occur.MUST_NOT) {
            return EMPTY_VISITOR;
        }
        // Inside a choice everything counts as an alternative: that lets more through and never too little.
        return occur == Occur.SHOULD && choice == null ? new Needs(sets, newSet()) : this;
    }

    private BitSet newSet() {
        BitSet set = new BitSet();
        sets.add(set);
        return set;
    }
}
