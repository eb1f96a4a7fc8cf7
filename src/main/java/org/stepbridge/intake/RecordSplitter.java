package org.stepbridge.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.stepbridge.intake.Stretch.Shape;

/**
 * Finds where each record of a CSV file ends, and nothing more, so that a broken record costs itself only: a CSV parser
 * that meets one stops for good. Knows RFC 4180 quoting and any line break, and never holds much more than one record.
 */
final class RecordSplitter implements Closeable {
    private enum Place {
        CELL_START,
        CELL,
        QUOTES,
        /** Behind a quote inside quotes: it closes the cell or is half of a doubled one. */
        QUOTE,
        BEHIND_QUOTES
    }

    private final Reader in;
    private final char delimiter;
    private final int limit;
    private final char[] chunk = new char[1 << 16];
    /** What is to be read after what was given back. */
    private final Deque<CharBuffer> later = new ArrayDeque<>();

    private char[] chars = chunk;
    private int at;
    private int end;
    private boolean afterReturn;

    // The record that is being read: what of it came from earlier chunks, and where the rest starts in this one.
    private final StringBuilder carry = new StringBuilder();
    private int start;
    private Place place = Place.CELL_START;
    private int cellStart;
    private Shape shape = Shape.SOUND;
    private int faultStart;
    private boolean spaced;

    /** @param limit how many characters a record may have; a chunk more may be let through */
    RecordSplitter(Reader in, char delimiter, int limit) {
        this.in = in;
        this.delimiter = delimiter;
        this.limit = limit;
    }

    /** The next record, which may be empty; null at the end. */
    @Nullable
    Stretch next() throws IOException {
        skipLineFeed();
        if (!more()) {
            return null;
        }
        begin();
        while (true) {
            if (at == end) {
                boolean more = goOn();
                if (!more && place == Place.QUOTES) {
                    fault(Shape.OPEN_QUOTE);
                } else if (more && carry.length() > limit) {
                    fault(Shape.TOO_LONG);
                    more = false;
                }
                if (!more) {
                    return new Stretch(carry.toString(), shape, faultStart, spaced, false);
                }
            }
            char c = chars[at++];
            if ((c == '\n' || c == '\r') && place != Place.QUOTES) {
                afterReturn = c == '\r';
                return new Stretch(text(), shape, faultStart, spaced, true);
            }
            step(c);
        }
    }

    /**
     * Drops the rest of a record that is too long, up to the next line break wherever it stands.
     *
     * @return false when the file ends before there is one
     */
    boolean skipLine() throws IOException {
        while (more()) {
            char c = chars[at++];
            if (c == '\n' || c == '\r') {
                afterReturn = c == '\r';
                return true;
            }
        }
        return false;
    }

    /** Gives back the last characters of the record that was read last, so that they are the next to be read. */
    void giveBack(String text) throws IOException {
        skipLineFeed();
        later.push(CharBuffer.wrap(chars, at, end - at));
        chars = text.toCharArray();
        at = 0;
        end = chars.length;
    }

    private void begin() {
        carry.setLength(0);
        start = at;
        place = Place.CELL_START;
        cellStart = 0;
        shape = Shape.SOUND;
        faultStart = 0;
        spaced = false;
    }

    private void step(char c) {
        switch (place) {
            case CELL_START -> {
                if (c == '"') {
                    spaced |= position() > cellStart + 1;
                    place = Place.QUOTES;
                } else if (!endsCell(c) && c != ' ') {
                    place = Place.CELL;
                }
            }
            case CELL -> {
                if (!endsCell(c)) {
                    skipToEndOfCell();
                }
            }
            case QUOTES -> {
                if (c == '"') {
                    place = Place.QUOTE;
                } else {
                    skipToQuote();
                }
            }
            case QUOTE, BEHIND_QUOTES -> {
                if (c == '"' && place == Place.QUOTE) {
                    place = Place.QUOTES;
                } else if (c == ' ') {
                    spaced = true;
                    place = Place.BEHIND_QUOTES;
                } else if (!endsCell(c)) {
                    fault(Shape.STRAY_QUOTE);
                    place = Place.CELL;
                }
            }
        }
    }

    private boolean endsCell(char c) {
        if (c != delimiter) {
            return false;
        }
        place = Place.CELL_START;
        cellStart = position();
        return true;
    }

    private void skipToEndOfCell() {
        int i = at;
        while (i < end && chars[i] != delimiter && chars[i] != '\n' && chars[i] != '\r') {
            i++;
        }
        at = i;
    }

    private void skipToQuote() {
        int i = at;
        while (i < end && chars[i] != '"') {
            i++;
        }
        at = i;
    }

    private void fault(Shape what) {
        if (shape == Shape.SOUND) {
            faultStart = cellStart;
        }
        shape = what;
    }

    /** How many characters of the record have been read. */
    private int position() {
        return carry.length() + at - start;
    }

    private String text() {
        int length = at - 1 - start;
        return carry.isEmpty()
                ? new String(chars, start, length)
                : carry.append(chars, start, length).toString();
    }

    /** Puts the chunk's part of the record away and gets the next chunk; false at the end of the file. */
    private boolean goOn() throws IOException {
        carry.append(chars, start, at - start);
        boolean more = more();
        start = at;
        return more;
    }

    private void skipLineFeed() throws IOException {
        if (afterReturn && more() && chars[at] == '\n') {
            at++;
        }
        afterReturn = false;
    }

    /** Whether there is a character to read at {@code at}. */
    private boolean more() throws IOException {
        while (at == end && !later.isEmpty()) {
            CharBuffer source = later.pop();
            chars = source.array();
            at = source.position();
            end = source.limit();
        }
        if (at == end) {
            chars = chunk;
            at = 0;
            end = Math.max(in.read(chunk), 0);
        }
        return at < end;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
