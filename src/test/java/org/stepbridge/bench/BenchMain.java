package org.stepbridge.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** What a bench does before and after it measures: reads its arguments, and starts the servers that are not given. */
final class BenchMain {
    private BenchMain() {}

    /** Measures on these servers, and says whether all was right and within the limits. */
    @FunctionalInterface
    interface Measured {
        boolean on(Arguments options, Path work, ServerAddresses servers) throws Exception;
    }

    /** Ends the process: with 0 when all was right, 1 when not, 2 for arguments that make no sense. */
    static void run(String name, Set<String> known, String[] args, Measured measured) throws Exception {
        Arguments options;
        try {
            options = new Arguments(known, args);
        } catch (IllegalArgumentException wrong) {
            System.err.println(name + ": " + wrong.getMessage());
            System.exit(2);
            return;
        }
        System.exit(measure(options, measured) ? 0 : 1);
    }

    private static boolean measure(Arguments options, Measured measured) throws Exception {
        Path work = Path.of(options.get("--work", "target/bench")).toAbsolutePath();
        Files.createDirectories(work);
        ServerAddresses outside = ServerAddresses.fromEnvironment(System.getenv());
        Path home = work.resolve("servers");
        FileSystemUtils.deleteRecursively(home);
        if (outside.complete()) {
            return measured.on(options, work, outside);
        }
        try (StartedServers own = new StartedServers(home)) {
            return measured.on(options, work, outside.or(own.addresses()));
        }
    }
}
