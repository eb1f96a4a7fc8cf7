package org.stepbridge.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second Java process on this test's class path: the only honest way to be killed, or to be the second one. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the class's {@code main}; standard output and error come as one. */
    public static ChildJvm run(Class<?> main, String... arguments) throws IOException {
        List<String> line = List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        return run(line, arguments);
    }

    /** Starts what this command line starts. */
    public static ChildJvm run(List<String> commandLine, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(commandLine);
        line.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(line).redirectErrorStream(true).start());
    }

    public long pid() {
        return process.pid();
    }

    /** Reads up to the line that starts so, and gives it. */
    public String awaitLine(String start) throws IOException {
        StringBuilder before = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
            before.append(line).append('\n');
        }
        throw new IllegalStateException("The child ended without '" + start + "': " + before);
    }

    /** All that it still says until it ends. */
    public List<String> remainingLines() throws IOException {
        return output.lines().toList();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The child does not end");
        }
        return process.exitValue();
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
