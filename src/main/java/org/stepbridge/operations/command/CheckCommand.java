package org.stepbridge.operations.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileIntake;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.model.Reason;

/** The command {@code check}: is this pack sound, and what would it do to these exports? Writes nothing that stays. */
public final class CheckCommand {
    /** Exit code when nothing is wrong. */
    public static final int SOUND = 0;

    /** Exit code when the pack or an export is wrong. */
    public static final int UNSOUND = 2;

    private final CheckedPack checked;
    private final FileIntake intake;
    private final DryRunLedger ledger;
    private final PrintStream out;

    CheckCommand(CheckedPack checked, FileIntake intake, DryRunLedger ledger, PrintStream out) {
        this.checked = checked;
        this.intake = intake;
        this.ledger = ledger;
        this.out = out;
    }

    /**
     * Checks the pack in this folder and tries the exports on it, notes first.
     *
     * @return the exit code
     */
    public int run(Path folder, List<Path> exports) {
        PackLoader.Result result = checked.load(folder);
        if (result instanceof PackLoader.Result.Refused refused) {
            refused.problems().forEach(out::println);
            int count = refused.problems().size();
            out.printf(Locale.ROOT, "%s: %d %s%n", folder, count, count == 1 ? "problem" : "problems");
            return UNSOUND;
        }
        Pack pack = ((PackLoader.Result.Loaded) result).pack();
        out.printf(
                Locale.ROOT, "%s: sound, protocol %s%n", folder, pack.version().version());
        boolean all = true;
        for (Path export : byFeed(pack, exports)) {
            all &= take(pack, export);
        }
        ledger.troubles().forEach(trouble -> out.printf(Locale.ROOT, "%s%n", trouble));
        for (DryRunLedger.Rejected bad : ledger.rejected()) {
            RejectedRow row = bad.row();
            String place = row.column().isEmpty() ? "" : " " + row.column();
            out.printf(Locale.ROOT, "%s row %d%s: %s%n", bad.file(), row.row(), place, row.problem());
        }
        if (!ledger.answers().isEmpty()) {
            out.printf(Locale.ROOT, "%n%-14s %-12s %-22s %-18s %s%n", "Id", "Type", "Outcome", "Clauses", "Why");
            ledger.answers().forEach(this::print);
        }
        return all && ledger.troubles().isEmpty() && ledger.rejected().isEmpty() ? SOUND : UNSOUND;
    }

    /** Notes are read before the requests that need them, whatever order they were named in. */
    private static List<Path> byFeed(Pack pack, List<Path> exports) {
        return exports.stream()
                .sorted(Comparator.comparing(path -> feed(pack, path)
                        .map(feed -> feed.kind() == Feed.Kind.NOTES ? 0 : 1)
                        .orElse(2)))
                .toList();
    }

    private static Optional<Feed> feed(Pack pack, Path export) {
        String name = export.getFileName().toString();
        return pack.feeds().stream().filter(feed -> feed.takes(name)).findFirst();
    }

    private boolean take(Pack pack, Path export) {
        Optional<Feed> feed = feed(pack, export);
        if (feed.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "%s: no feed of the pack takes a file of this name; they take %s%n",
                    export,
                    pack.feeds().stream().map(any -> any.fileName().pattern()).collect(Collectors.joining(", ")));
            return false;
        }
        if (!Files.isRegularFile(export)) {
            out.printf(Locale.ROOT, "%s: there is no such file%n", export);
            return false;
        }
        try {
            // the intake moves what it has read, so it gets a copy
            Path copies = Files.createTempDirectory("stepbridge-check");
            try {
                intake.take(pack.authority(), feed.get(), Files.copy(export, copies.resolve(export.getFileName())));
            } finally {
                delete(copies);
            }
        } catch (IOException | UncheckedIOException e) {
            out.printf(Locale.ROOT, "%s: it could not be read; try again%n", export);
            return false;
        }
        return true;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void print(DryRunLedger.Answer answer) {
        var decision = answer.decision();
        out.printf(
                Locale.ROOT,
                "%-14s %-12s %-22s %-18s %s%n",
                answer.request().sourceId(),
                answer.request().type(),
                decision.outcome().state().label(),
                decision.reasons().stream()
                        .map(Reason::clause)
                        .filter(clause -> !clause.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                decision.sentence());
        decision.flags().forEach(flag -> out.printf(Locale.ROOT, "%14s %s: %s%n", "", flag.code(), flag.text()));
    }
}
