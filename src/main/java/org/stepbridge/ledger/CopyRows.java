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
 * escaped here, so nothing in them can end a row or a column. Rows are kept until they are sent, so that several tables
 * can be filled at once; {@link #sendNow} makes them leave as they are added, so that the server works beside us.
 */
final class CopyRows implements AutoCloseable {
    private static final int ENOUGH_TO_SEND = 1 << 16;

    private final String sql;
    private final StringBuilder text = new StringBuilder(1 << 14);
    private boolean rowStarted;
    private int rows;
    private @Nullable CopyIn copy;

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

    void end() throws SQLException {
        text.append('\n');
        rowStarted = false;
        rows++;
        if (copy != null && text.length() >= ENOUGH_TO_SEND) {
            push(copy);
        }
    }

    /** Begins to send in the connection's transaction; until the end it is good for nothing else. */
    CopyRows sendNow(Connection connection) throws SQLException {
        copy = begin(connection);
        return this;
    }

    /** Sends the rows, or what is left of them, in the connection's transaction. */
    void send(Connection connection) throws SQLException {
        if (rows == 0 && copy == null) {
            return;
        }
        try (this) {
            CopyIn sending = copy == null ? begin(connection) : copy;
            copy = sending;
            push(sending);
            sending.endCopy();
        }
    }

    private CopyIn begin(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    private void push(CopyIn to) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        to.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /** Takes back what has not been sent to its end, so that the connection can be used for rolling back. */
    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
        copy = null;
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
