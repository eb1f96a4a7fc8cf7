package org.stepbridge.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How to measure.
 *
 * @param exports the folder with the three exports and their truth
 * @param work where each run gets a folder of its own
 * @param options the file of arguments that start the program, the JVM's among them
 * @param only the name of the one contender that is to run, or empty for all
 * @param repetitions how often each runs
 * @param atMost the largest ratio of medians, program to floor, that is good enough
 * @param limit after which a run is ended and wrong
 * @param servers those given from outside
 */
record BenchSettings(
        Path exports,
        Path work,
        Path options,
        String only,
        int repetitions,
        OptionalDouble atMost,
        Duration limit,
        ServerAddresses servers) {
    static final Set<String> OPTIONS = Set.of(
            "--requests",
            "--notes-per-request",
            "--seed",
            "--exports",
            "--reps",
            "--only",
            "--options",
            "--work",
            "--at-most",
            "--limit-seconds");

    static BenchSettings of(Arguments options, Map<String, String> environment) {
        Path work = Path.of(options.get("--work", "target/bench")).toAbsolutePath();
        String named = "exports-" + options.number("--requests", 10_000) + "-" + options.get("--notes-per-request", "2")
                + "-" + options.get("--seed", "1");
        String atMost = options.get("--at-most", "");
        return new BenchSettings(
                Path.of(options.get("--exports", work.resolve(named).toString())),
                work,
                Path.of(options.get("--options", "target/app/options")),
                options.get("--only", ""),
                options.number("--reps", 3),
                atMost.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(atMost)),
                Duration.ofSeconds(options.number("--limit-seconds", 3600)),
                ServerAddresses.fromEnvironment(environment));
    }
}
