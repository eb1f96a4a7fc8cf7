package org.stepbridge.casework;

import java.util.Locale;

/** What an export is written in. */
public enum FileFormat {
    /** Lines of cells with a delimiter between them. */
    CSV,
    /** A sheet of a workbook (Office Open XML). */
    XLSX,
    /** An element for each row. */
    XML,
    /** An object for each row, in an array or one on each line. */
    JSON;

    /** The format that a file's name says by what stands behind its last dot; {@link #CSV} when it says nothing known. */
    public static FileFormat of(String fileName) {
        return switch (fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "xlsx", "xlsm" -> XLSX;
            case "xml" -> XML;
            case "json", "jsonl", "ndjson" -> JSON;
            default -> CSV;
        };
    }
}
