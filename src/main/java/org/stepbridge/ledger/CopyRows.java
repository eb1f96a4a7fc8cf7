package org.stepbridge.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for one {@code COPY … FROM STDIN}, the fastest way into PostgreSQL: one statement a batch and table. Values are
 * escaped here, so nothing in them can end a row or a column.
 */
final class CopyRows {
    private final String sql;
    private final StringBuilder text = new StringBuilder(1 << 14);
    private boolean rowStarted;
    private int rows;

    /** @param into table and columns, such as {@code task (request_id, kind)}; never data */
    CopyRows(String into) {
        sql = "copy " + into + " from stdin";
    }

    CopyRows add(@Nullable Object value) {
        if (rowStarted) {
            text.append('\t');
        }
        rowStarted = true;
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof byte[] bytes) {
            text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else if (value instanceof String string) {
            escape(string);
        } else if (value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof LocalDate
                || value instanceof UUID) {
            text.append(value);
        } else {
            throw new IllegalArgumentException(
                    "no column takes a " + value.getClass().getSimpleName());
        }
        return this;
    }

    void end() {
        text.append('\n');
        rowStarted = false;
        rows++;
    }

    /** Sends the rows in the connection's transaction. */
    void send(Connection connection) throws SQLException {
        if (rows > 0) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        }
    }

    private void escape(String value) {
        int plainFrom = 0;
        for (int i = 0; i < value.length(); i++) {
            String escaped = switch (value.charAt(i)) {
                case '\\' -> "\\\\";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                case '\0' -> "\uFFFD"; // PostgreSQL text holds no NUL
                default -> null;
            };
            if (escaped != null) {
                text.append(value, plainFrom, i).append(escaped);
                plainFrom = i + 1;
            }
        }
        text.append(value, plainFrom, value.length());
    }
}
