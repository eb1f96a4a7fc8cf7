package org.stepbridge.operations.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stepbridge.casework.WhatIf;
import org.stepbridge.casework.WhatIf.Clause;
import org.stepbridge.casework.WhatIf.Differing;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints what {@code whatif} found. */
final class WhatIfPrinter {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintStream out;

    WhatIfPrinter(PrintStream out) {
        this.out = out;
    }

    void refused(List<String> problems, boolean json) {
        if (json) {
            out.println(MAPPER.writeValueAsString(Map.of("problems", problems)));
        } else {
            problems.forEach(out::println);
        }
    }

    void print(WhatIf report, boolean json) {
        if (json) {
            out.println(MAPPER.writeValueAsString(report));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s: %,d %s decided again, %,d differently by protocol %s than by %s%n",
                report.authority(),
                report.replayed(),
                report.replayed() == 1 ? "request" : "requests",
                report.differing(),
                report.changed(),
                report.inForce());
        report.clauses().forEach(this::clause);
    }

    private void clause(Clause clause) {
        String name = clause.clause().isEmpty() ? "no clause" : clause.clause();
        out.printf(Locale.ROOT, "%n%s: %,d%n", name, clause.count());
        clause.requests().forEach(this::request);
        long more = clause.count() - clause.requests().size();
        if (more > 0) {
            out.printf(Locale.ROOT, "  and %,d more%n", more);
        }
    }

    private void request(Differing request) {
        String where = request.before().equals(request.after())
                ? request.after()
                : request.before() + " -> " + request.after();
        out.printf(Locale.ROOT, "  %-16s %-14s %s%n", request.reference(), request.type(), where);
        request.lost().forEach(words -> out.printf(Locale.ROOT, "    - %s%n", words));
        request.gained().forEach(words -> out.printf(Locale.ROOT, "    + %s%n", words));
    }
}
