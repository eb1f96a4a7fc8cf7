package org.stepbridge.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.stepbridge.Stepbridge;

/** A home of the program in a test, and the program run in it as a process of its own on the test's class path. */
final class Home {
    private final Path path;
    private final Map<String, String> settings;

    Home(Path path, Map<String, String> settings) throws IOException {
        this.path = Files.createDirectories(path);
        this.settings = settings;
    }

    Path path() {
        return path;
    }

    Path inbox(String system) throws IOException {
        return Files.createDirectories(path.resolve("inbox/rotherham").resolve(system));
    }

    Path outbox() {
        return path.resolve("outbox/rotherham");
    }

    /** Drops the three exports of a folder that {@code generate} wrote. */
    void drop(Path exports) throws IOException {
        try (var files = Files.list(exports)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("lcs-")) {
                    Files.copy(file, inbox("lcs").resolve(name));
                } else if (name.startsWith("ehm-")) {
                    Files.copy(file, inbox("ehm").resolve(name));
                }
            }
        }
    }

    /** Starts {@code run --once}. */
    Process start() throws IOException {
        return start("run", "--once");
    }

    private Process start(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Stepbridge.class.getName()));
        line.addAll(List.of(command));
        line.add("--stepbridge.home=" + path);
        settings.forEach((name, value) -> line.add("--" + name + "=" + value));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Runs {@code run --once} to its end and gives the exit code. */
    int run() throws IOException, InterruptedException {
        return run("run", "--once");
    }

    /** Runs a command to its end and gives the exit code. */
    int run(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " does not end: " + output());
        }
        return process.exitValue();
    }

    /** Everything that the runs in this home said. */
    String output() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    private Path log() {
        return path.resolve("program.log");
    }
}
