package org.stepbridge.operations.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stepbridge.operations.settings.StartRefused;

/** Runs the server's own commands, as root through a user namespace since PostgreSQL refuses to run as root. */
final class PostgresCommands {
    private static final int LONGEST_MINUTES = 15;

    private final Path bin;
    private final List<String> before;

    private PostgresCommands(Path bin, List<String> before) {
        this.bin = bin;
        this.before = before;
    }

    /** Commands of the unpacked server, proven to be runnable by this user. */
    static PostgresCommands of(Path unpacked) {
        boolean root = "root".equals(System.getProperty("user.name")) && File.separatorChar == '/';
        PostgresCommands commands =
                new PostgresCommands(unpacked.resolve("bin"), root ? List.of("unshare", "-U") : List.of());
        if (root && !commands.works(List.of("unshare", "-U", "true"))) {
            throw new StartRefused("PostgreSQL refuses to run as root, and this machine lets root make no user"
                    + " namespace; run Stepbridge as another user or set spring.datasource.url");
        }
        return commands;
    }

    /** True when the command ended well. Its words go to a file: a pipe would stay open as long as the server runs. */
    boolean run(File words, String command, String... arguments) {
        List<String> line = new ArrayList<>(before);
        line.add(bin.resolve(command).toString());
        line.addAll(List.of(arguments));
        return runLine(words, line);
    }

    private boolean works(List<String> line) {
        try {
            return runLine(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"), line);
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static boolean runLine(File words, List<String> line) {
        try {
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(words)
                    .redirectInput(ProcessBuilder.Redirect.PIPE);
            // What the operator's shell says of another PostgreSQL must not reach this one.
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + line.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while running " + line.get(0), e);
        }
    }
}
