package org.stepbridge.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.stepbridge.testing.Program;

/** A home of the program in a test, and the program run in it. */
final class Home implements AutoCloseable {
    private final Path path;
    private final Map<String, String> settings;
    private final List<String> program;
    private final List<Process> started = new ArrayList<>();

    Home(Path path, Map<String, String> settings) throws IOException {
        this(path, settings, Program.line());
    }

    Home(Path path, Map<String, String> settings, List<String> program) throws IOException {
        this.path = Files.createDirectories(path);
        this.settings = settings;
        this.program = program;
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

    /** Starts to serve, without pages. */
    Process serve() throws IOException {
        return start("run", "--spring.main.web-application-type=none", "--spring.main.keep-alive=true");
    }

    /** Starts to serve, with pages, and gives the port they are on. */
    int servePages() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start("run", "--server.port=" + port);
        return port;
    }

    /** How many of its starts have come so far that it works. */
    int starts() throws IOException {
        return output().split("Started Stepbridge", -1).length - 1;
    }

    /** The files in the inboxes that are still to be read. */
    List<String> unread() throws IOException {
        List<String> unread = new ArrayList<>();
        for (String system : List.of("lcs", "ehm")) {
            try (var files = Files.list(inbox(system))) {
                files.filter(Files::isRegularFile)
                        .map(file -> file.getFileName().toString())
                        .forEach(unread::add);
            }
        }
        return unread;
    }

    private Process start(String... command) throws IOException {
        List<String> line = new ArrayList<>(program);
        line.addAll(List.of(command));
        line.add("--stepbridge.home=" + path);
        settings.forEach((name, value) -> line.add("--" + name + "=" + value));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        started.add(process);
        return process;
    }

    /** Kills whatever a test that failed has left running. */
    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
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
