package org.stepbridge.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Which concepts a note must hold for a pattern to occur in it: a quick look that spares asking the index. */
final class Needs extends QueryVisitor {
    private final boolean any;
    private final Set<Concept> concepts = EnumSet.noneOf(Concept.class);
    private final List<Needs> parts = new ArrayList<>();

    private Needs(boolean any) {
        this.any = any;
    }

    static Needs of(IntervalsSource pattern) {
        Needs needs = new Needs(false);
        pattern.visit("", needs);
        return needs;
    }

    /** Whether the pattern could occur in a note with these concepts. */
    boolean metBy(Set<Concept> present) {
        return any
                ? concepts.stream().anyMatch(present::contains)
                        || parts.stream().anyMatch(part -> part.metBy(present))
                : present.containsAll(concepts) && parts.stream().allMatch(part -> part.metBy(present));
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
        for (Term term : terms) {
            concepts.add(Objects.requireNonNull(Concept.of(term.text())));
        }
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
        if (occur == Occur.MUST_NOT) {
            return EMPTY_VISITOR;
        }
        Needs part = new Needs(occur == Occur.SHOULD);
        parts.add(part);
        return part;
    }
}
