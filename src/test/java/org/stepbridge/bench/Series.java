package org.stepbridge.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The runs so far and what they come to. */
final class Series {
    private static final String ROW = "%-4s %-8s %9s %9s %13s %10s  %s%n";

    private final List<Run> runs = new ArrayList<>();
    private final PrintStream out;

    Series(PrintStream out) {
        this.out = out;
        out.printf(Locale.ROOT, ROW, "run", "what", "seconds", "CPU s", "servers CPU s", "peak MiB", "wrong");
    }

    void add(Run run) {
        runs.add(run);
        Measurement took = run.took();
        out.printf(
                Locale.ROOT,
                ROW,
                runs.size(),
                run.contender(),
                seconds(took.seconds()),
                seconds(took.cpuSeconds()),
                seconds(took.serverCpuSeconds()),
                whole((double) took.peakMib()),
                run.wrong().isEmpty() ? "nothing" : String.join("; ", run.wrong()));
    }

    boolean allRight() {
        return !runs.isEmpty() && runs.stream().allMatch(run -> run.wrong().isEmpty());
    }

    /** The median line of a contender; only runs without anything wrong count. */
    void summarise(String contender) {
        if (median(contender, Measurement::seconds).isEmpty()) {
            return;
        }
        out.printf(
                Locale.ROOT,
                ROW,
                "mid",
                contender,
                middle(contender, Measurement::seconds),
                middle(contender, Measurement::cpuSeconds),
                middle(contender, Measurement::serverCpuSeconds),
                whole(median(contender, Measurement::peakMib).orElse(0)),
                "");
    }

    private String middle(String contender, ToDoubleFunction<Measurement> of) {
        return seconds(median(contender, of).orElse(0));
    }

    /** Nothing takes no time at all: a zero is what could not be seen. */
    private static String seconds(double value) {
        return value == 0 ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String whole(double value) {
        return value == 0 ? "-" : String.format(Locale.ROOT, "%.0f", value);
    }

    /** How many times as much one took as the other, by medians; empty when either has no run that was right. */
    OptionalDouble ratio(String contender, String toContender, ToDoubleFunction<Measurement> of) {
        OptionalDouble over = median(contender, of);
        OptionalDouble under = median(toContender, of);
        return over.isPresent() && under.isPresent() && under.getAsDouble() > 0
                ? OptionalDouble.of(over.getAsDouble() / under.getAsDouble())
                : OptionalDouble.empty();
    }

    private OptionalDouble median(String contender, ToDoubleFunction<Measurement> of) {
        double[] values = runs.stream()
                .filter(run -> run.contender().equals(contender) && run.wrong().isEmpty())
                .map(Run::took)
                .mapToDouble(of)
                .sorted()
                .toArray();
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = values.length / 2;
        return OptionalDouble.of(values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2);
    }
}
