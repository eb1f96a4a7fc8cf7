package org.stepbridge.ledger;

import java.sql.SQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.DataAccessResourceFailureException;
import org.stepbridge.casework.LostRaceException;

/** What it means that the database refused to store rows. Without the cause, whose text may quote a row. */
final class Refusals {
    private static final String ROLLED_BACK = "40";

    private Refusals() {}

    static RuntimeException of(SQLException refused) {
        String state = refused.getSQLState();
        String text = "the database refused a batch, SQL state " + state + "; it is tried again";
        if (state != null && (PSQLState.UNIQUE_VIOLATION.getState().equals(state) || state.startsWith(ROLLED_BACK))) {
            return new LostRaceException(text);
        }
        return PSQLState.isConnectionError(state)
                ? new DataAccessResourceFailureException(text)
                : new IllegalStateException(text);
    }
}
