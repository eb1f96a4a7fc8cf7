package org.stepbridge.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how fast the pages answer many people at once with many requests in PostgreSQL: the program takes in a few
 * thousand, the database copies them, and officers who have logged in open the worklist, search and read requests.
 * Everything listens on loopback only and ends after the given time.
 */
public final class PagesBench {
    private static final int TAKEN_IN = 2000;
    private static final String USER = "bench-officer";
    private static final Duration START = Duration.ofMinutes(2);
    private static final Set<String> OPTIONS =
            Set.of("--requests", "--users", "--seconds", "--look", "--at-most", "--options", "--work");

    private final Arguments options;
    private final Path work;
    private final ServerAddresses servers;

    private PagesBench(Arguments options, Path work, ServerAddresses servers) {
        this.options = options;
        this.work = work;
        this.servers = servers;
    }

    /**
     * Ends with 0 when every page came and the limit holds, 1 when not, 2 for arguments that make no sense.
     *
     * @param args {@code [--requests 1000000] [--users 20] [--seconds 60] [--look 1000] [--at-most 200] [--work DIR]
     *     [--options FILE]}: how many milliseconds each person looks at a page on average, and the most that may pass, at the
     *     95th percentile, until a page of each kind is there
     */
    public static void main(String[] args) throws Exception {
        BenchMain.run(
                "bench pages",
                OPTIONS,
                args,
                (options, work, servers) -> new PagesBench(options, work, servers).measure());
    }

    private boolean measure() throws Exception {
        Path program = Path.of(options.get("--options", "target/app/options"));
        ServerAddresses fresh = new OutsideServers(servers).empty();
        Path home = work.resolve("pages-home");
        FileSystemUtils.deleteRecursively(home);
        takeIn(program, home, fresh);
        String password = Long.toHexString(System.nanoTime()) + " for the bench";
        List<String> references = fill(fresh, password);
        int port = freePort();
        ProcessBuilder command = ProgramContender.serve(program, home, fresh, port);
        Process process = command.start();
        try {
            URI root = URI.create("http://127.0.0.1:" + port);
            awaitStart(process, home);
            PageVisitors visitors = new PageVisitors(root, USER, password, references);
            int people = options.number("--users", 20);
            Duration time = Duration.ofSeconds(options.number("--seconds", 60));
            boolean good = visitors.visit(people, time, Duration.ofMillis(options.number("--look", 1000)))
                    .print(options.number("--at-most", 200));
            System.out.println("Without any pause, to see how many pages the machine can give:");
            return visitors.visit(people, time, Duration.ZERO).print(Integer.MAX_VALUE) && good;
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private void takeIn(Path program, Path home, ServerAddresses fresh) throws Exception {
        Path exports = work.resolve("pages-" + TAKEN_IN);
        if (!Files.exists(exports)) {
            MadeExports.in(exports, String.valueOf(TAKEN_IN), "2", "1");
        }
        for (var feed : Map.of("lcs-transfers", "lcs", "ehm-stepups", "ehm", "ehm-notes", "ehm")
                .entrySet()) {
            Path inbox = Files.createDirectories(
                    home.resolve("inbox").resolve(ProgramContender.AUTHORITY).resolve(feed.getValue()));
            Path export = FloorExport.only(exports, feed.getKey());
            Files.copy(export, inbox.resolve(export.getFileName()));
        }
        if (ProgramContender.command(program, home, fresh).start().waitFor() != 0) {
            throw new IllegalStateException("The program did not take the exports in; see " + home + "/program.log");
        }
    }

    /** The copies, and somebody who may look at them. */
    private List<String> fill(ServerAddresses fresh, String password) throws Exception {
        int times = options.number("--requests", 1_000_000) / TAKEN_IN;
        try (Connection connection = DriverManager.getConnection(
                fresh.required(ServerAddresses.Key.DB),
                fresh.required(ServerAddresses.Key.USER),
                fresh.required(ServerAddresses.Key.PASSWORD))) {
            long start = System.nanoTime();
            ManyRequests.multiply(connection, times);
            System.out.printf(
                    Locale.ROOT,
                    "%,d requests are in the database after %.0f s%n",
                    (long) times * TAKEN_IN,
                    (System.nanoTime() - start) / 1e9);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("""
                            insert into login (name, hash, roles, authorities, one_time)
                            values (?, ?, array['business-support'], array['*'], false)""")
                    .params(USER, "{bcrypt}" + new BCryptPasswordEncoder().encode(password))
                    .update();
            return jdbc.sql("select reference from request where id % 997 = 0 limit 2000")
                    .query(String.class)
                    .list();
        }
    }

    private static void awaitStart(Process process, Path home) throws Exception {
        long deadline = System.nanoTime() + START.toNanos();
        while (!Files.readString(home.resolve("program.log")).contains("Started Stepbridge")) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IllegalStateException("The program does not serve; see " + home + "/program.log");
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
