package org.stepbridge.intake;

/** Turns rows into what the ledger takes. */
@FunctionalInterface
interface RowMapper<T> {

    Mapped<T> map(RawRow row);
}
