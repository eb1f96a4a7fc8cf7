package org.stepbridge.casework;

import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Note;

/**
 * A row that could not be read.
 *
 * @param row its number in the file as a spreadsheet shows it; the heading is row 1
 * @param column the heading of the column at fault, empty for the whole row
 * @param value the cell at fault, for the report file only: personal data, never logged
 * @param problem what is wrong and what to do, without personal data
 * @param brokenNote for a row of a notes feed that names a child: what could be read of it, so that nothing is
 *     concluded from its absence (G3)
 * @param sourceId for a row of a feed of requests raised in EHM: its id if that could be read, else empty
 */
public record RejectedRow(
        long row,
        String column,
        String value,
        String problem,
        @Nullable Note brokenNote,
        String sourceId) {

    @Override
    public String toString() {
        return "RejectedRow[" + row + "]";
    }
}
