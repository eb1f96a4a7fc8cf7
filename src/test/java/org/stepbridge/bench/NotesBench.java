package org.stepbridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how fast a notes export comes into PostgreSQL and how much memory that takes, beside the least that does it.
 * Each also runs over an export without rows: what that takes is not for the rows, and is taken off.
 */
public final class NotesBench {
    private static final String FEED = "ehm-notes";
    private static final int NOTES_PER_REQUEST = 10;
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final Set<String> OPTIONS =
            Set.of("--notes", "--reps", "--work", "--options", "--at-least", "--memory-at-most");

    private final Arguments options;
    private final Path work;
    private final ServerAddresses servers;

    private NotesBench(Arguments options, Path work, ServerAddresses servers) {
        this.options = options;
        this.work = work;
        this.servers = servers;
    }

    /**
     * Ends with 0 when every note arrived each time and the limits hold, 1 when not, 2 for arguments that make no sense.
     *
     * @param args {@code [--notes 1000000] [--reps 1] [--at-least 0.5] [--memory-at-most 600] [--work DIR]
     *     [--options FILE]}, the limits being a share of the floor's rows a second and MiB above idle
     */
    public static void main(String[] args) throws Exception {
        BenchMain.run(
                "bench notes",
                OPTIONS,
                args,
                (options, work, servers) -> new NotesBench(options, work, servers).measure());
    }

    private boolean measure() throws Exception {
        int notes = options.number("--notes", 1_000_000);
        Path exports = exports(notes);
        Path empty = withoutRows(exports);
        boolean good = true;
        for (int repetition = 0; repetition < options.number("--reps", 1); repetition++) {
            Share floor = share("floor", notes, floor(empty, 0), floor(exports, notes));
            Share program = share("program", notes, program(empty, 0), program(exports, notes));
            double ratio = program.rowsPerSecond() / floor.rowsPerSecond();
            System.out.printf(
                    Locale.ROOT,
                    "The program takes %.2f of the floor's rows a second, and %d MiB more at its peak than without rows.%n",
                    ratio,
                    program.mibAboveIdle());
            good &= ratio >= Double.parseDouble(options.get("--at-least", "0"))
                    && program.mibAboveIdle() <= options.number("--memory-at-most", Integer.MAX_VALUE);
        }
        return good;
    }

    private record Share(double rowsPerSecond, long mibAboveIdle) {}

    private static Share share(String name, int notes, Measurement idle, Measurement full) {
        double rate = notes / (full.seconds() - idle.seconds());
        System.out.printf(
                Locale.ROOT,
                "%-8s %8.1f s without rows, %8.1f s with %,d; %,9.0f rows/s; peak %d MiB without, %d MiB with%n",
                name,
                idle.seconds(),
                full.seconds(),
                notes,
                rate,
                idle.peakMib(),
                full.peakMib());
        return new Share(rate, full.peakMib() - idle.peakMib());
    }

    private Measurement floor(Path exports, int notes) throws Exception {
        ServerAddresses fresh = new OutsideServers(servers).empty();
        ProcessBuilder command = new ProcessBuilder(Jvm.command(
                        "-Xmx512m",
                        NotesFloor.class,
                        "--in",
                        exports.toString(),
                        "--db",
                        fresh.required(ServerAddresses.Key.DB),
                        "--user",
                        fresh.required(ServerAddresses.Key.USER),
                        "--password",
                        fresh.required(ServerAddresses.Key.PASSWORD)))
                .inheritIO();
        return checked(Measurement.of(command, fresh.localPorts(), "no servers of its own", LIMIT), fresh, notes);
    }

    private Measurement program(Path exports, int notes) throws Exception {
        ServerAddresses fresh = new OutsideServers(servers).empty();
        Path home = work.resolve("notes-home");
        FileSystemUtils.deleteRecursively(home);
        Path inbox = Files.createDirectories(
                home.resolve("inbox").resolve(ProgramContender.AUTHORITY).resolve("ehm"));
        Path export = FloorExport.only(exports, FEED);
        Files.createLink(inbox.resolve(export.getFileName()), export);
        ProcessBuilder command =
                ProgramContender.command(Path.of(options.get("--options", "target/app/options")), home, fresh);
        Measurement took = checked(Measurement.of(command, fresh.localPorts(), home.toString(), LIMIT), fresh, notes);
        FileSystemUtils.deleteRecursively(home);
        return took;
    }

    private static Measurement checked(Measurement took, ServerAddresses servers, int notes) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        servers.required(ServerAddresses.Key.DB),
                        servers.required(ServerAddresses.Key.USER),
                        servers.required(ServerAddresses.Key.PASSWORD));
                Statement sql = connection.createStatement();
                ResultSet count = sql.executeQuery("select count(*) from note")) {
            count.next();
            if (took.exitCode() != 0 || count.getLong(1) != notes) {
                throw new IllegalStateException("Exit code " + took.exitCode() + " and " + count.getLong(1)
                        + " notes in the database, not " + notes);
            }
        }
        return took;
    }

    private Path exports(int notes) throws IOException {
        Path folder = work.resolve("notes-" + notes);
        if (!Files.exists(folder)) {
            MadeExports.in(folder, String.valueOf(notes / NOTES_PER_REQUEST), String.valueOf(NOTES_PER_REQUEST), "1");
        }
        return folder;
    }

    /** The heading row alone: nothing today. */
    private Path withoutRows(Path exports) throws IOException {
        Path folder = Files.createDirectories(work.resolve("notes-none"));
        Path export = FloorExport.only(exports, FEED);
        Path copy = folder.resolve(export.getFileName());
        try (BufferedReader lines = Files.newBufferedReader(export)) {
            Files.writeString(copy, lines.readLine() + "\r\n");
        }
        return folder;
    }
}
