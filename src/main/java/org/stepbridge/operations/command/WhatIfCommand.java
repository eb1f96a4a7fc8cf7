package org.stepbridge.operations.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Difference;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Replay;
import org.stepbridge.operations.command.WhatIfReport.Clause;
import org.stepbridge.operations.command.WhatIfReport.Differing;

/** The command {@code whatif}: what would a changed pack have decided of the ledger's own requests? Writes nothing. */
public final class WhatIfCommand {
    /** Requests shown for each clause; beyond them they are counted. */
    static final int SHOWN = 1000;

    private final PackLoader loader;
    private final Packs packs;
    private final Replay replay;
    private final WhatIfPrinter printer;

    /** A command that prints there. */
    public WhatIfCommand(PackLoader loader, Packs packs, Replay replay, PrintStream out) {
        this.loader = loader;
        this.packs = packs;
        this.replay = replay;
        this.printer = new WhatIfPrinter(out);
    }

    /**
     * Replays the requests received since that day, all without one, and prints what would differ.
     *
     * @return the exit code, as of {@code check}
     */
    public int run(Path folder, @Nullable LocalDate since, boolean json) {
        PackLoader.Result result = loader.load(folder);
        if (result instanceof PackLoader.Result.Refused refused) {
            printer.refused(refused.problems(), json);
            return CheckCommand.UNSOUND;
        }
        Pack changed = ((PackLoader.Result.Loaded) result).pack();
        List<Pack> live = packs.live().stream()
                .filter(pack -> pack.authority().equals(changed.authority()))
                .toList();
        if (live.isEmpty()) {
            printer.refused(
                    List.of("no pack called " + changed.authority()
                            + " is live, so there is nothing to compare with; see stepbridge.authorities"),
                    json);
            return CheckCommand.UNSOUND;
        }
        printer.print(report(live.get(0), changed, since), json);
        return CheckCommand.SOUND;
    }

    private WhatIfReport report(Pack inForce, Pack changed, @Nullable LocalDate since) {
        Gathered gathered = new Gathered();
        Instant from = since == null
                ? Instant.EPOCH
                : since.atStartOfDay(inForce.zone()).toInstant();
        replay.replay(inForce, changed, from, gathered::add);
        return new WhatIfReport(
                changed.authority().name(),
                inForce.version().version(),
                changed.version().version(),
                gathered.replayed,
                gathered.differing,
                gathered.clauses());
    }

    /** Counts all, and keeps so many of each clause that memory does not grow with the ledger. */
    private static final class Gathered {
        private final Map<String, List<Differing>> byClause = new TreeMap<>();
        private final Map<String, Long> counts = new TreeMap<>();
        private long replayed;
        private long differing;

        void add(Replay.Replayed request) {
            replayed++;
            Difference.of(request).ifPresent(difference -> {
                differing++;
                Differing line = Differing.of(request, difference);
                List<String> clauses = difference.clauses().isEmpty() ? List.of("") : difference.clauses();
                for (String clause : clauses) {
                    counts.merge(clause, 1L, Long::sum);
                    List<Differing> some = byClause.computeIfAbsent(clause, key -> new ArrayList<>());
                    if (some.size() < SHOWN) {
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
