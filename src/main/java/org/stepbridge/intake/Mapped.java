package org.stepbridge.intake;

import java.util.List;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.model.Flag;

/** What became of a row. */
sealed interface Mapped<T> {

    /** What the row names, its source id or its note's id; empty when that could not be read. */
    String id();

    /**
     * It can be taken in.
     *
     * @param doubts what was chosen or not used in it, without personal data
     */
    record Good<T>(T row, String id, List<Flag> doubts) implements Mapped<T> {}

    /**
     * It cannot.
     *
     * @param row what the ledger needs to know of it: the first problem, and what could be saved
     * @param problems every problem of it, for the report
     * @param gap why something may be missing from the ledger because of it, without personal data; empty when what is
     *     missing is known
     */
    record Bad<T>(RejectedRow row, List<Problem> problems, String id, String gap) implements Mapped<T> {}
}
