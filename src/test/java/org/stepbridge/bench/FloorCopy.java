package org.stepbridge.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY in its text format. */
final class FloorCopy implements AutoCloseable {
    private static final int ENOUGH_TO_SEND = 1 << 16;

    private final CopyIn copy;
    private byte[] rows = new byte[ENOUGH_TO_SEND + 8192];
    private int filled;

    FloorCopy(Connection connection, String target) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
    }

    /** A row of a request export; where the column is no text, an empty cell is null. */
    void row(List<String> cells, boolean[] emptyIsNull) throws SQLException {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            cell(column, emptyIsNull[column] && cell.isEmpty() ? null : cell);
        }
        endRow();
    }

    void row(@Nullable String... cells) throws SQLException {
        for (int column = 0; column < cells.length; column++) {
            cell(column, cells[column]);
        }
        endRow();
    }

    private void cell(int column, @Nullable String cell) {
        if (column > 0) {
            put((byte) '\t');
        }
        if (cell == null) {
            put((byte) '\\');
            put((byte) 'N');
            return;
        }
        // No byte of a longer UTF-8 sequence looks like the four that need escaping.
        for (byte letter : cell.getBytes(StandardCharsets.UTF_8)) {
            switch (letter) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                default -> put(letter);
            }
        }
    }

    private void escaped(char letter) {
        put((byte) '\\');
        put((byte) letter);
    }

    private void put(byte value) {
        if (filled == rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        rows[filled++] = value;
    }

    private void endRow() throws SQLException {
        put((byte) '\n');
        if (filled >= ENOUGH_TO_SEND) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(rows, 0, filled);
        filled = 0;
    }

    @Override
    public void close() throws SQLException {
        send();
        copy.endCopy();
    }
}
