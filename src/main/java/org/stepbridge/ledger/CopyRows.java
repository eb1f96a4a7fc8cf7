package org.stepbridge.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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
    private static final int LONG = 64;
    private static final String MARKS = "\\\n\r\t\0";
    private static final byte[] NULL = ascii("\\N");
    private static final byte[] BACKSLASH = ascii("\\\\");
    private static final byte[] LINE_FEED = ascii("\\n");
    private static final byte[] CARRIAGE_RETURN = ascii("\\r");
    private static final byte[] TAB = ascii("\\t");
    // PostgreSQL text holds no NUL
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private final String sql;
    // bytes from the start: text with one character beyond Latin-1 in it takes several times as long to encode
    private byte[] bytes = new byte[1 << 14];
    private int length;
    private boolean rowStarted;
    private int rows;
    private @Nullable CopyIn copy;
    private Written lastTime = new Written(Instant.EPOCH);
    private Written timeBefore = lastTime;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(Instant time, byte[] text) {
        Written(Instant time) {
            this(time, ascii(time.toString()));
        }
    }

    /** @param into table and columns, such as {@code task (request_id, kind)}; never data */
    CopyRows(String into) {
        sql = "copy " + into + " from stdin";
    }

    CopyRows add(@Nullable Object value) {
        if (rowStarted) {
            put('\t');
        }
        rowStarted = true;
        if (value == null) {
            put(NULL, 0, NULL.length);
        } else if (value instanceof byte[] binary) {
            put(BACKSLASH, 0, BACKSLASH.length);
            put('x');
            plain(HexFormat.of().formatHex(binary));
        } else if (value instanceof String string) {
            text(string);
        } else if (value instanceof Instant time) {
            time(time);
        } else if (value instanceof Number
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof UUID) {
            plain(value.toString());
        } else {
            throw new IllegalArgumentException(
                    "no column takes a " + value.getClass().getSimpleName());
        }
        return this;
    }

    void end() throws SQLException {
        put('\n');
        rowStarted = false;
        rows++;
        if (copy != null && length >= ENOUGH_TO_SEND) {
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
        to.writeToCopy(bytes, 0, length);
        length = 0;
    }

    /** Takes back what has not been sent to its end, so that the connection can be used for rolling back. */
    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
        copy = null;
    }

    /** The rows of a batch mostly bear the same time, and writing one out takes longer than all the rest of a short row. */
    private void time(Instant time) {
        if (!time.equals(lastTime.time())) {
            Written other = time.equals(timeBefore.time()) ? timeBefore : new Written(time);
            timeBefore = lastTime;
            lastTime = other;
        }
        put(lastTime.text(), 0, lastTime.text().length);
    }

    private void plain(String text) {
        byte[] ascii = ascii(text);
        put(ascii, 0, ascii.length);
    }

    /** Looking a long text through for each mark is many times as fast as looking at each of its bytes. */
    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (text.length() >= LONG && MARKS.chars().allMatch(mark -> text.indexOf(mark) < 0)) {
            put(encoded, 0, encoded.length);
        } else {
            escape(encoded);
        }
    }

    /** What must be escaped is ASCII, and no byte of any other character in UTF-8 looks like ASCII. */
    private void escape(byte[] text) {
        int plainFrom = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\\' || (text[i] >= 0 && text[i] < ' ')) {
                byte[] escaped = escaped(text[i]);
                if (escaped != null) {
                    put(text, plainFrom, i);
                    put(escaped, 0, escaped.length);
                    plainFrom = i + 1;
                }
            }
        }
        put(text, plainFrom, text.length);
    }

    private static byte @Nullable [] escaped(byte one) {
        return switch (one) {
            case '\\' -> BACKSLASH;
            case '\n' -> LINE_FEED;
            case '\r' -> CARRIAGE_RETURN;
            case '\t' -> TAB;
            case '\0' -> REPLACEMENT;
            default -> null;
        };
    }

    private void put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    private void put(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    private void room(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
