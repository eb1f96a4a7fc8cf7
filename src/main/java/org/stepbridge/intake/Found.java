package org.stepbridge.intake;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.Findings.Absent;
import org.stepbridge.casework.Findings.Doubt;
import org.stepbridge.casework.Findings.Unused;
import org.stepbridge.casework.Mapping.Column;
import org.stepbridge.model.Flag;

/** Gathers while a file is opened and read what is found out about it. */
final class Found {
    private String charset = "";
    private String delimiter = "";
    private List<Unused> unused = List.of();
    private List<Absent> absent = List.of();
    private final Map<String, Long> doubts = new LinkedHashMap<>();

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

    /** Counts a row that is taken in although not all of it is beyond doubt. */
    void doubts(List<Flag> ofRow) {
        for (Flag flag : ofRow) {
            doubts.merge(flag.text(), 1L, Long::sum);
        }
    }

    Findings findings() {
        return new Findings(
                charset,
                delimiter,
                unused,
                absent,
                doubts.entrySet().stream()
                        .map(doubt -> new Doubt(doubt.getKey(), doubt.getValue()))
                        .toList());
    }
}
