package org.stepbridge.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The merges of persons' records that bear on a question, followed however many there are one after another. */
public final class Merges {
    /** No record was merged. */
    public static final Merges NONE = new Merges(List.of());

    private final Map<PersonId, Merge> byMerged = new HashMap<>();
    private final Map<PersonId, Set<PersonId>> links = new HashMap<>();

    private Merges(Collection<Merge> all) {
        for (Merge merge : all) {
            PersonId into = merge.into();
            byMerged.put(merge.merged(), merge);
            if (into != null) {
                links.computeIfAbsent(merge.merged(), id -> new LinkedHashSet<>())
                        .add(into);
                links.computeIfAbsent(into, id -> new LinkedHashSet<>()).add(merge.merged());
            }
        }
    }

    /** These merges, one for each merged record. */
    public static Merges of(Collection<Merge> all) {
        return all.isEmpty() ? NONE : new Merges(all);
    }

    /** Where a record has gone. */
    public sealed interface Whither {

        /**
         * Its person stands under this number now.
         *
         * @param id the number, the record's own where it was never merged
         */
        record Stands(PersonId id) implements Whither {}

        /**
         * Nobody says.
         *
         * @param merge the last that is known
         */
        record Unknown(Merge merge) implements Whither {}

        /**
         * The merges lead in a circle, so that none of them can be right.
         *
         * @param merge one of them
         */
        record Circle(Merge merge) implements Whither {}
    }

    /** Where this record has gone; an identifier that is no record's number stands for itself. */
    public Whither of(PersonId id) {
        Set<PersonId> seen = new HashSet<>();
        PersonId at = id;
        for (Merge merge = byMerged.get(at); merge != null; merge = byMerged.get(at)) {
            PersonId into = merge.into();
            if (into == null) {
                return new Whither.Unknown(merge);
            }
            if (!seen.add(at)) {
                return new Whither.Circle(merge);
            }
            at = into;
        }
        return new Whither.Stands(at);
    }

    /** Whether the merges lead from this record back to it. */
    public boolean circle(PersonId id) {
        return of(id) instanceof Whither.Circle circle
                && circle.merge().merged().equals(id);
    }

    /**
     * The ways in which rows may name this child: as it is given here; without a number of which nobody knows where its
     * record has gone, so that the name may tell; and by each number of a record that was merged with one of its own.
     */
    public List<Child> ways(Child child) {
        List<Child> ways = new ArrayList<>(List.of(child));
        if (!byMerged.isEmpty()) {
            LcsId lcs = known(child.lcs());
            EhmId ehm = known(child.ehm());
            if (!Objects.equals(lcs, child.lcs()) || !Objects.equals(ehm, child.ehm())) {
                ways.add(new Child(
                        lcs,
                        ehm,
                        child.nhs(),
                        child.upn(),
                        child.surname(),
                        child.forename(),
                        child.dateOfBirth(),
                        child.family()));
            }
            kin(child.lcs()).forEach(id -> ways.add(of((LcsId) id, null)));
            kin(child.ehm()).forEach(id -> ways.add(of(null, (EhmId) id)));
        }
        return ways;
    }

    /**
     * This child as it is given here, and by each number of a record that was merged with one of its own: for what rests on
     * the numbers alone. A number whose merges lead in a circle stands for nothing but itself, since none of them can be
     * right.
     */
    public List<Child> records(Child child) {
        List<Child> records = new ArrayList<>(List.of(child));
        for (PersonId own :
                Stream.of(child.lcs(), child.ehm()).filter(Objects::nonNull).toList()) {
            if (!(of(own) instanceof Whither.Circle)) {
                kin(own).forEach(id -> records.add(child(id)));
            }
        }
        return records;
    }

    /** A child of whom a row tells no more than this number. */
    public static Child child(PersonId id) {
        return id instanceof LcsId lcs ? of(lcs, null) : of(null, (EhmId) id);
    }

    private static Child of(@Nullable LcsId lcs, @Nullable EhmId ehm) {
        return new Child(lcs, ehm, null, null, "", "", null);
    }

    private <T extends PersonId> @Nullable T known(@Nullable T id) {
        return id == null || of(id) instanceof Whither.Stands ? id : null;
    }

    /** The other records that merges link with this one, in either direction. */
    private Set<PersonId> kin(@Nullable PersonId id) {
        if (id == null || !links.containsKey(id)) {
            return Set.of();
        }
        Set<PersonId> kin = new LinkedHashSet<>();
        Deque<PersonId> next = new ArrayDeque<>(List.of(id));
        while (!next.isEmpty()) {
            for (PersonId linked : links.getOrDefault(next.pop(), Set.of())) {
                if (kin.add(linked)) {
                    next.push(linked);
                }
            }
        }
        kin.remove(id);
        return kin;
    }

    @Override
    public String toString() {
        return "Merges[" + byMerged.size() + "]";
    }
}
