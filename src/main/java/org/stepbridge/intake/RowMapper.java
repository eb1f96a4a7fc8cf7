package org.stepbridge.intake;

/** Turns rows into what the ledger takes. */
@FunctionalInterface
interface RowMapper<T> {
    Mapped<T> map(RawRow row);

    /** Maps a row that lost the rest of a cell behind a line break: its text is not whole, so nothing is decided by it. */
    default Mapped<T> mapCut(RawRow row) {
        return map(row.cut());
    }
}
