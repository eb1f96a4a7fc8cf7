package org.stepbridge.casework;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was found out about a file while it was read, besides its rows.
 *
 * @param charset the charset that was found out; empty where the feed states one
 * @param delimiter likewise what separates its cells
 * @param unused its columns that the feed knows nothing of, the first few
 * @param absent the feed's columns that it does not have
 * @param doubts what was chosen or not used in rows that were taken in all the same
 */
public record Findings(String charset, String delimiter, List<Unused> unused, List<Absent> absent, List<Doubt> doubts) {
    /** Nothing worth telling. */
    public static final Findings NONE = new Findings("", "", List.of(), List.of(), List.of());

    public Findings {
        unused = List.copyOf(unused);
        absent = List.copyOf(absent);
        doubts = List.copyOf(doubts);
    }

    /**
     * A column that is not used.
     *
     * @param heading as the file has it
     * @param meant the missing column whose name is nearest; empty if none is near
     */
    public record Unused(String heading, String meant) {}

    /**
     * A column that is missing.
     *
     * @param column what people call it
     * @param required whether no row can be read without it
     * @param near the unused heading that is nearest to one of its names; empty if none is near
     */
    public record Absent(String column, boolean required, String near) {}

    /**
     * Something that people should know of rows that were taken in.
     *
     * @param what in one sentence, without personal data
     * @param rows of how many rows that holds
     */
    public record Doubt(String what, long rows) {
        /** As it is said to people, with how many rows it is of. */
        public String told() {
            return rows + (rows == 1 ? " row: " : " rows: ") + what;
        }
    }

    /** How the file turned out to be written, for people; empty where the feed states it all. */
    public String written() {
        String cells = delimiter.isEmpty() ? "" : "cells separated by " + delimiterWord();
        return charset.isEmpty() || cells.isEmpty() ? charset + cells : charset + ", " + cells;
    }

    private String delimiterWord() {
        return switch (delimiter) {
            case "," -> "commas";
            case ";" -> "semicolons";
            case "\t" -> "tabs";
            case "|" -> "bars (|)";
            default -> "'" + delimiter + "'";
        };
    }

    /** The columns that are not used, for people; empty when there are none. */
    public String notUsed() {
        return unused.stream()
                .map(column ->
                        column.heading() + (column.meant().isEmpty() ? "" : " (did you mean " + column.meant() + "?)"))
                .collect(Collectors.joining(", "));
    }

    /** The columns that are missing, for people; empty when there are none. */
    public String missing() {
        return absent.stream()
                .map(column -> column.column()
                        + (column.required() ? " (required)" : "")
                        + (column.near().isEmpty() ? "" : " (is it " + column.near() + "?)"))
                .collect(Collectors.joining(", "));
    }

    /** What is in doubt in rows that were taken in, for people; empty when nothing is. */
    public String inDoubt() {
        return doubts.stream().map(Doubt::told).collect(Collectors.joining(" "));
    }
}
