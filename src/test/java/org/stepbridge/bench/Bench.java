package org.stepbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.springframework.util.FileSystemUtils;

/** Measures the program beside the floor, in turn, on the same exports, each run checked against the truth. */
public final class Bench {
    private static final String FLOOR = "floor";
    private static final String PROGRAM = "program";

    private Bench() {}

    /**
     * Ends with 0 when every run was right, 1 when one was not or the ratio is above {@code --at-most}, 2 for arguments
     * that make no sense.
     *
     * @param args see {@code bin/bench}
     */
    public static void main(String[] args) throws Exception {
        BenchSettings settings;
        Arguments options;
        try {
            options = new Arguments(BenchSettings.OPTIONS, args);
            settings = BenchSettings.of(options, System.getenv());
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench: " + wrong.getMessage());
            System.exit(2);
            return;
        }
        makeExports(settings, options);
        System.exit(measure(settings) ? 0 : 1);
    }

    private static void makeExports(BenchSettings settings, Arguments options) throws IOException {
        if (Files.exists(settings.exports().resolve("truth.csv"))) {
            System.out.println("Exports are in " + settings.exports());
            return;
        }
        MadeExports.in(
                settings.exports(),
                options.get("--requests", "10000"),
                options.get("--notes-per-request", "2"),
                options.get("--seed", "1"));
    }

    private static boolean measure(BenchSettings settings) throws Exception {
        Truth truth = Truth.read(settings.exports().resolve("truth.csv"));
        List<Contender> contenders = contenders(settings);
        Series series = new Series(System.out);
        for (int repetition = 1; repetition <= settings.repetitions(); repetition++) {
            for (Contender contender : contenders) {
                Path home = settings.work().resolve(contender.name() + "-" + repetition);
                FileSystemUtils.deleteRecursively(home);
                Files.createDirectories(home);
                Run run = run(contender, home, truth);
                series.add(run);
                if (run.wrong().isEmpty()) {
                    FileSystemUtils.deleteRecursively(home);
                } else {
                    System.out.println("     kept for a look: " + home);
                }
            }
        }
        contenders.forEach(contender -> series.summarise(contender.name()));
        return withinRatio(series, settings) && series.allRight();
    }

    private static List<Contender> contenders(BenchSettings settings) {
        List<Contender> all = new ArrayList<>();
        all.add(new FloorContender(settings));
        all.add(new ProgramContender(settings));
        all.removeIf(
                contender -> !settings.only().isEmpty() && !contender.name().equals(settings.only()));
        return all;
    }

    private static Run run(Contender contender, Path home, Truth truth) throws Exception {
        Contender.Outcome outcome = contender.run(home);
        List<String> wrong = new ArrayList<>(truth.wrong(outcome.delivered()));
        int exitCode = outcome.took().exitCode();
        if (exitCode != 0) {
            wrong.add(0, exitCode == Measurement.TOO_LONG ? "ended after too long" : "exit code " + exitCode);
        }
        return new Run(contender.name(), outcome.took(), wrong);
    }

    private static boolean withinRatio(Series series, BenchSettings settings) {
        OptionalDouble time = series.ratio(PROGRAM, FLOOR, Measurement::seconds);
        OptionalDouble cpu = series.ratio(PROGRAM, FLOOR, took -> took.cpuSeconds() + took.serverCpuSeconds());
        if (time.isPresent()) {
            System.out.printf(
                    Locale.ROOT,
                    "The program takes %.2f times the floor's time and %.2f times its CPU, servers included.%n",
                    time.getAsDouble(),
                    cpu.orElse(Double.NaN));
        }
        boolean within = settings.atMost().isEmpty()
                || (time.isPresent() && time.getAsDouble() <= settings.atMost().getAsDouble());
        if (!within) {
            System.out.println("That is not at most " + settings.atMost().getAsDouble() + " times.");
        }
        return within;
    }
}
