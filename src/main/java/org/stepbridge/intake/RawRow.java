package org.stepbridge.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the file.
 *
 * @param number which one it is: the heading is 1 and empty rows count, as a spreadsheet shows it. A cell with line
 *     breaks in it does not make two rows of one, so a text editor's line number may be higher
 * @param cells what stands in it; with a fault, only what can be trusted, the others empty or left out
 * @param fault what is wrong with it, null when nothing is
 * @param rest whether it may be no row but the rest of the one before, which a line break has cut: it is short and does
 *     not begin as that one does
 */
record RawRow(long number, List<String> cells, @Nullable Fault fault, boolean rest) {
    private static final String CUT =
            "What follows it is no row, so a line break may have cut off a cell in it. Put quotes"
                    + " around cells with line breaks and export again.";

    RawRow(long number, List<String> cells, @Nullable Fault fault) {
        this(number, cells, fault, false);
    }

    /** This row when what follows it turned out to be its own rest. */
    RawRow cut() {
        int last = Math.max(0, cells.size() - 1);
        String cell = cells.isEmpty() ? "" : cells.get(last);
        return new RawRow(number, cells, new Fault(last, cell, CUT, false, false));
    }

    /**
     * Why a row cannot be read.
     *
     * @param cell index of the first cell at fault; behind the last heading when it is the whole row
     * @param value what stands in that cell, for the report only
     * @param problem what is wrong and what to do, without personal data
     * @param swallows whether rows behind it may be lost in it
     * @param cutOff whether the file ends in the middle of it
     */
    record Fault(int cell, String value, String problem, boolean swallows, boolean cutOff) {
        @Override
        public String toString() {
            return "Fault[" + problem + "]";
        }
    }

    @Override
    public String toString() {
        return "RawRow[" + number + "]";
    }
}
