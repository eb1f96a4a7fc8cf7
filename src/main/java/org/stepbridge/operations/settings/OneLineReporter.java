package org.stepbridge.operations.settings;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says on standard error, in one line, why the program does not start; Boot's banner of it is switched off. */
class OneLineReporter implements FailureAnalysisReporter {
    private final PrintStream out;

    OneLineReporter() {
        this(System.err);
    }

    OneLineReporter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        out.println("Stepbridge does not start:" + oneLine(analysis.getDescription()) + oneLine(analysis.getAction()));
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : " " + text.strip().replaceAll("\\s+", " ");
    }
}
