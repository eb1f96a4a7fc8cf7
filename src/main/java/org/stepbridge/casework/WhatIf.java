package org.stepbridge.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Replay.Replayed;

/**
 * What a changed pack would have decided differently.
 *
 * @param authority whose requests they are
 * @param inForce the version in force
 * @param changed the version of the changed pack
 * @param replayed how many requests were decided again
 * @param cut whether there are more, which were not
 * @param differing how many were decided differently
 * @param clauses the clauses that make a difference, those of most requests first
 */
public record WhatIf(
        String authority,
        String inForce,
        String changed,
        long replayed,
        boolean cut,
        long differing,
        List<Clause> clauses) {
    public WhatIf {
        clauses = List.copyOf(clauses);
    }

    /**
     * A clause that makes a difference.
     *
     * @param clause its id; empty where what differs names none
     * @param count for how many requests
     * @param requests the first of them
     */
    public record Clause(String clause, long count, List<Differing> requests) {
        public Clause {
            requests = List.copyOf(requests);
        }
    }

    /** A request that would be decided differently; no personal data. */
    public record Differing(
            String reference, String type, String before, String after, List<String> lost, List<String> gained) {
        static Differing of(Replayed request, Difference difference) {
            return new Differing(
                    request.reference().value(),
                    request.type(),
                    difference.before(),
                    difference.after(),
                    difference.lost().stream().distinct().toList(),
                    difference.gained().stream().distinct().toList());
        }
    }

    /**
     * How much is looked at and shown.
     *
     * @param requests so many requests are decided again, the first received
     * @param shown so many are shown for each clause; beyond them they are counted
     */
    public record Bounds(long requests, int shown) {}

    /** Decides the requests received since that day again, by both packs; all of them without a day. Writes nothing. */
    public static WhatIf of(Replay replay, Pack inForce, Pack changed, @Nullable LocalDate since, Bounds bounds) {
        Gathered gathered = new Gathered(bounds);
        Instant from = since == null
                ? Instant.EPOCH
                : since.atStartOfDay(inForce.zone()).toInstant();
        // one more than wanted tells that there are more
        long most = bounds.requests() == Long.MAX_VALUE ? bounds.requests() : bounds.requests() + 1;
        replay.replay(inForce, changed, from, most, gathered::add);
        return new WhatIf(
                changed.authority().name(),
                inForce.version().version(),
                changed.version().version(),
                gathered.replayed,
                gathered.cut,
                gathered.differing,
                gathered.clauses());
    }

    /** Counts all, and keeps so many of each clause that memory does not grow with the ledger. */
    private static final class Gathered {
        private final Map<String, List<Differing>> byClause = new TreeMap<>();
        private final Map<String, Long> counts = new TreeMap<>();
        private final Bounds bounds;
        private long replayed;
        private boolean cut;
        private long differing;

        Gathered(Bounds bounds) {
            this.bounds = bounds;
        }

        void add(Replayed request) {
            if (replayed == bounds.requests()) {
                cut = true;
                return;
            }
            replayed++;
            Difference.of(request).ifPresent(difference -> {
                differing++;
                Differing line = Differing.of(request, difference);
                List<String> clauses = difference.clauses().isEmpty() ? List.of("") : difference.clauses();
                for (String clause : clauses) {
                    counts.merge(clause, 1L, Long::sum);
                    List<Differing> some = byClause.computeIfAbsent(clause, key -> new ArrayList<>());
                    if (some.size() < bounds.shown()) {
                        some.add(line);
                    }
                }
            });
        }

        List<Clause> clauses() {
            return byClause.entrySet().stream()
                    .map(entry -> new Clause(entry.getKey(), counts.getOrDefault(entry.getKey(), 0L), entry.getValue()))
                    .sorted(Comparator.comparingLong(Clause::count).reversed())
                    .toList();
        }
    }
}
