package org.stepbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.stepbridge.casework.ContentHash;

/**
 * An entry of the audit as it is sealed.
 *
 * @param id its number
 * @param hash SHA-256 of what it says
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record AuditEntry(long id, byte[] hash) {

    /** From a row with all the columns of {@code audit}; each value with its length before it, so that none can move. */
    static AuditEntry of(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        StringBuilder content = new StringBuilder(256);
        for (String value : List.of(
                String.valueOf(id),
                row.getObject("at", OffsetDateTime.class).toInstant().toString(),
                row.getString("authority"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("reference"),
                row.getString("detail"))) {
            content.append(value.length()).append(':').append(value);
        }
        return new AuditEntry(id, ContentHash.of(content.toString()));
    }
}
