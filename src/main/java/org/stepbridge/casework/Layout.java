package org.stepbridge.casework;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a feed are laid out, before any column of theirs is looked at.
 *
 * @param format what they are written in; null when each file's name says it
 * @param text how the bytes of CSV and JSON are read
 * @param sheet which rows of a workbook are read
 * @param rows where the rows are: for XML the name of their element or the path to it from the root
 *     ({@code Export/Transfer}), for JSON the path to their array; empty when every child of the root is one, or the
 *     file is an array or has one on each line
 */
public record Layout(@Nullable FileFormat format, Text text, Sheet sheet, String rows) {

    /**
     * How bytes are read.
     *
     * @param charset strictly in this charset; null to find it out from each file
     * @param delimiter what separates the cells of CSV; null to find it out from each file
     */
    public record Text(@Nullable Charset charset, @Nullable Character delimiter) {}

    /**
     * Which rows of a workbook are read.
     *
     * @param name the sheet's name; empty for the first one
     * @param hiddenRows whether rows that are hidden count
     */
    public record Sheet(String name, boolean hiddenRows) {}

    /** Text in this charset with this delimiter, and every other format in its usual layout. */
    public static Layout text(@Nullable Charset charset, @Nullable Character delimiter) {
        return new Layout(null, new Text(charset, delimiter), new Sheet("", true), "");
    }

    /** The format of a file of this name. */
    public FileFormat formatOf(String fileName) {
        return format == null ? FileFormat.of(fileName) : format;
    }
}
