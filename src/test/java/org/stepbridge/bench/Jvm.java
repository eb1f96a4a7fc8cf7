package org.stepbridge.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Command lines for further processes on the Java that runs this one. */
final class Jvm {
    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Runs a class of ours, on our class path. */
    static List<String> command(String heap, Class<?> main, String... args) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                heap,
                "-Dlogback.configurationFile=org/stepbridge/bench/logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(args));
        return command;
    }
}
