package org.stepbridge.operations.command;

import java.io.PrintStream;
import java.util.Locale;
import org.stepbridge.casework.Findings;
import org.stepbridge.operations.command.CheckReport.BadRow;
import org.stepbridge.operations.command.CheckReport.TriedFile;
import org.stepbridge.operations.command.CheckReport.TriedRequest;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints what {@code check} found. */
final class CheckPrinter {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintStream out;

    CheckPrinter(PrintStream out) {
        this.out = out;
    }

    /** As one JSON object and nothing else. */
    void json(CheckReport report) {
        out.println(MAPPER.writeValueAsString(report));
    }

    /** As lines and a table for people. */
    void table(CheckReport report) {
        report.problems().forEach(out::println);
        if (!report.problems().isEmpty()) {
            int count = report.problems().size();
            line("%s: %d %s", report.pack(), count, count == 1 ? "problem" : "problems");
            return;
        }
        line("%s: sound, protocol %s", report.pack(), report.protocol());
        report.files().forEach(this::file);
        if (!report.requests().isEmpty()) {
            line("%n%-14s %-12s %-22s %-18s %s", "Id", "Type", "Outcome", "Clauses", "Why");
            report.requests().forEach(this::request);
        }
    }

    private void file(TriedFile file) {
        String name = file.name();
        if (!file.trouble().isEmpty()) {
            line("%s: %s", name, file.trouble());
        }
        if (!file.findings().written().isEmpty()) {
            line("%s: found to be %s", name, file.findings().written());
        }
        if (!file.findings().unused().isEmpty()) {
            line("%s: columns not used: %s", name, file.findings().notUsed());
        }
        if (!file.findings().absent().isEmpty()) {
            line("%s: columns missing: %s", name, file.findings().missing());
        }
        for (Findings.Doubt doubt : file.findings().doubts()) {
            line("%s: %s", name, doubt.told());
        }
        for (BadRow row : file.rejectedRows()) {
            line("%s row %d%s: %s", name, row.row(), row.column().isEmpty() ? "" : " " + row.column(), row.problem());
        }
    }

    private void request(TriedRequest request) {
        line(
                "%-14s %-12s %-22s %-18s %s",
                request.id(), request.type(), request.state(), String.join(" ", request.clauses()), request.why());
        request.flags().forEach(flag -> line("%14s %s: %s", "", flag.code(), flag.text()));
    }

    @SuppressWarnings("AnnotateFormatMethod") // every caller above writes its own form
    private void line(String form, Object... values) {
        out.printf(Locale.ROOT, form + "%n", values);
    }
}
