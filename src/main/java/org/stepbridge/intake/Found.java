package org.stepbridge.intake;

import java.nio.charset.Charset;
import java.util.List;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.Findings.Absent;
import org.stepbridge.casework.Findings.Unused;
import org.stepbridge.casework.Mapping.Column;

/** Gathers while a file is opened and read what is found out about it. */
final class Found {
    private String charset = "";
    private String delimiter = "";
    private List<Unused> unused = List.of();
    private List<Absent> absent = List.of();

    void charset(Charset found) {
        charset = found.name();
    }

    void delimiter(char found) {
        delimiter = String.valueOf(found);
    }

    /** Notes which of its columns mean nothing and which of the feed's it does not have. */
    void columns(List<String> unknown, List<Column> missing) {
        absent = missing.stream()
                .map(column -> new Absent(
                        column.headers().first(), column.required(), Headings.near(column.headers(), unknown)))
                .toList();
        unused = unknown.stream().map(this::unused).toList();
    }

    private Unused unused(String heading) {
        return new Unused(
                heading,
                absent.stream()
                        .filter(column -> column.near().equals(heading))
                        .map(Absent::column)
                        .findFirst()
                        .orElse(""));
    }

    Findings findings() {
        return new Findings(charset, delimiter, unused, absent);
    }
}
