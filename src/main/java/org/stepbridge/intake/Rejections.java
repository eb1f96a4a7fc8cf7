package org.stepbridge.intake;

import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.model.Note;

/** Makes rejected rows of problems. */
final class Rejections {
    private static final int MOST_CHARS = 500;

    private Rejections() {}

    /** The rejection of this row for this problem. */
    static RejectedRow of(RawRow row, Problem problem, @Nullable Note brokenNote, String sourceId) {
        return new RejectedRow(
                row.number(), problem.column(), shown(problem.value()), problem.text(), brokenNote, sourceId);
    }

    /** A cell as a report shows it: not longer than people read, and without what is no character. */
    static String shown(String value) {
        boolean half = value.length() > MOST_CHARS && Character.isHighSurrogate(value.charAt(MOST_CHARS - 1));
        String head = value.length() <= MOST_CHARS ? value : value.substring(0, MOST_CHARS - (half ? 1 : 0)) + "…";
        return head.replace(Decoding.UNKNOWN, '\uFFFD')
                .replace(CellText.UNKNOWN_IN_XML, '\uFFFD')
                .replace(CellText.FORBIDDEN_IN_XML, '\uFFFD')
                .replace('\0', '\uFFFD');
    }

    /** Why rows may be missing although nobody knows which; empty when none may be. */
    static String gap(RawRow row) {
        if (row.fault() == null) {
            return "";
        }
        if (row.fault().cutOff()) {
            return "the file ends in the middle of row " + row.number();
        }
        return row.fault().swallows() ? "other rows may be lost in row " + row.number() : "";
    }
}
