package org.stepbridge.operations.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileIntake;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.operations.command.CheckReport.TriedFile;

/** The command {@code check}: is this pack sound, and what would it do to these exports? Writes nothing that stays. */
public final class CheckCommand {
    /** Exit code when nothing is wrong. */
    public static final int SOUND = 0;

    /** Exit code when the pack or an export is wrong. */
    public static final int UNSOUND = 2;

    private final CheckedPack checked;
    private final FileIntake intake;
    private final DryRunLedger ledger;
    private final CheckPrinter printer;

    CheckCommand(CheckedPack checked, FileIntake intake, DryRunLedger ledger, PrintStream out) {
        this.checked = checked;
        this.intake = intake;
        this.ledger = ledger;
        this.printer = new CheckPrinter(out);
    }

    /**
     * Checks the pack in this folder, tries the exports on it, notes first, and prints what it found.
     *
     * @param json whether it is printed as JSON, not as a table
     * @return the exit code
     */
    public int run(Path folder, List<Path> exports, boolean json) {
        CheckReport report = report(folder, exports);
        if (json) {
            printer.json(report);
        } else {
            printer.table(report);
        }
        return report.sound() ? SOUND : UNSOUND;
    }

    private CheckReport report(Path folder, List<Path> exports) {
        PackLoader.Result result = checked.load(folder);
        if (result instanceof PackLoader.Result.Refused refused) {
            return new CheckReport(folder.toString(), false, "", refused.problems(), List.of(), List.of());
        }
        Pack pack = ((PackLoader.Result.Loaded) result).pack();
        List<TriedFile> files = new ArrayList<>();
        for (Path export : byFeed(pack, exports)) {
            attempt(pack, export).ifPresent(files::add);
        }
        files.addAll(ledger.files());
        return new CheckReport(
                folder.toString(),
                files.stream().allMatch(TriedFile::sound),
                pack.version().version(),
                List.of(),
                files,
                ledger.answers());
    }

    /** Notes are read before the requests that need them and a feed's files as an inbox has them, by their names. */
    private static List<Path> byFeed(Pack pack, List<Path> exports) {
        return exports.stream()
                .sorted(Comparator.comparing((Path path) -> feed(pack, path)
                                .map(feed -> feed.kind().bringsRequests() ? 1 : 0)
                                .orElse(2))
                        .thenComparing(path -> path.getFileName().toString()))
                .toList();
    }

    private static Optional<Feed> feed(Pack pack, Path export) {
        String name = export.getFileName().toString();
        return pack.feeds().stream().filter(feed -> feed.takes(name)).findFirst();
    }

    /** Tries this export; what becomes of it the ledger knows, unless it could not even be tried. */
    private Optional<TriedFile> attempt(Pack pack, Path export) {
        Optional<Feed> feed = feed(pack, export);
        String id = feed.map(Feed::id).orElse("");
        if (!Files.isRegularFile(export)) {
            return failed(export, id, "there is no such file");
        }
        if (feed.isEmpty()) {
            String taken =
                    pack.feeds().stream().map(any -> any.fileName().pattern()).collect(Collectors.joining(", "));
            return failed(export, id, "no feed of the pack takes a file of this name; they take " + taken);
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
            return failed(export, id, "it could not be read; try again");
        }
        return Optional.empty();
    }

    private static Optional<TriedFile> failed(Path export, String feed, String why) {
        return Optional.of(TriedFile.not(export.toString(), feed, why));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
