package org.stepbridge.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for one {@code COPY … FROM STDIN (FORMAT binary)}, the fastest way into PostgreSQL: one statement a batch and table,
 * and nothing to write out or to parse on either side. Each value must be of its column's very type: an {@link Integer} for
 * an {@code integer}, a {@link Long} for a {@code bigint}. Rows are kept until they are sent, so that several tables can be
 * filled at once; {@link #sendNow} makes them leave as they are added, so that the server works beside us.
 */
final class CopyRows implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 255, '\r', '\n', 0};
    private static final int NO_FLAGS = 0;
    private static final int NO_MORE_HEADING = 0;
    private static final short NO_MORE_ROWS = -1;
    private static final int NULL = -1;

    private static final int ENOUGH_TO_SEND = 1 << 16;
    // PostgreSQL counts days and microseconds from the year 2000
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final long FIRST_SECOND = FIRST_DAY.toEpochDay() * 86_400;
    private static final long MICROSECONDS = 1_000_000;
    private static final int TEXT = 25;
    // PostgreSQL text holds no NUL
    private static final char REPLACEMENT = '\uFFFD';

    private final String sql;
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 14);
    private int rowStarts = NULL;
    private short columns;
    private boolean empty = true;
    private @Nullable CopyIn copy;

    /** @param into table and columns, such as {@code task (request_id, kind)}; never data */
    CopyRows(String into) {
        sql = "copy " + into + " from stdin (format binary)";
        bytes.put(SIGNATURE).putInt(NO_FLAGS).putInt(NO_MORE_HEADING);
    }

    CopyRows add(@Nullable Object value) {
        if (rowStarts == NULL) {
            rowStarts = bytes.position();
            room(Short.BYTES).putShort((short) 0);
            columns = 0;
        }
        columns++;
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
        } else if (value instanceof String text) {
            put(text);
        } else if (value instanceof Instant time) {
            room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(microseconds(time));
        } else if (value instanceof LocalDate day) {
            room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(days(day));
        } else if (value instanceof byte[] binary) {
            put(binary);
        } else if (value instanceof Long number) {
            room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(number);
        } else if (value instanceof Integer number) {
            room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(number);
        } else if (value instanceof Boolean is) {
            room(Integer.BYTES + 1).putInt(1).put((byte) (is ? 1 : 0));
        } else if (value instanceof UUID id) {
            room(Integer.BYTES + 2 * Long.BYTES).putInt(2 * Long.BYTES);
            bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        } else if (value instanceof List<?> texts) {
            put(texts);
        } else {
            throw new IllegalArgumentException(
                    "no column takes a " + value.getClass().getSimpleName());
        }
        return this;
    }

    void end() throws SQLException {
        bytes.putShort(rowStarts, columns);
        rowStarts = NULL;
        empty = false;
        if (copy != null && bytes.position() >= ENOUGH_TO_SEND) {
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
        if (empty && copy == null) {
            return;
        }
        try (this) {
            CopyIn sending = copy == null ? begin(connection) : copy;
            copy = sending;
            room(Short.BYTES).putShort(NO_MORE_ROWS);
            push(sending);
            sending.endCopy();
        }
    }

    private CopyIn begin(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    private void push(CopyIn to) throws SQLException {
        to.writeToCopy(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    /** Takes back what has not been sent to its end, so that the connection can be used for rolling back. */
    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
        copy = null;
    }

    private void put(String text) {
        put((text.indexOf('\0') < 0 ? text : text.replace('\0', REPLACEMENT)).getBytes(StandardCharsets.UTF_8));
    }

    private void put(byte[] binary) {
        room(Integer.BYTES + binary.length).putInt(binary.length).put(binary);
    }

    /** An array of text: how many dimensions, whether any is null, of what type, how many from which number on, and each. */
    private void put(List<?> texts) {
        int start = room(Integer.BYTES).position();
        bytes.putInt(0);
        room(5 * Integer.BYTES).putInt(texts.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT);
        if (!texts.isEmpty()) {
            bytes.putInt(texts.size()).putInt(1);
        }
        texts.forEach(text -> put((String) text));
        bytes.putInt(start, bytes.position() - start - Integer.BYTES);
    }

    private static int days(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - FIRST_DAY.toEpochDay());
    }

    /** As PostgreSQL itself rounds what it can not keep. */
    private static long microseconds(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond() - FIRST_SECOND, MICROSECONDS), (time.getNano() + 500) / 1000);
    }

    private ByteBuffer room(int more) {
        if (more > bytes.remaining()) {
            int size = Math.max(2 * bytes.capacity(), bytes.position() + more);
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), size)).position(bytes.position());
        }
        return bytes;
    }
}
