package org.stepbridge.intake;

import java.util.List;

/**
 * Finds rows in what should be one row or one cell: when a quote is not closed where it should be, the rows behind it
 * look like text.
 *
 * @param delimiter what separates cells
 * @param width how many cells the heading has; 0 while it is not known, and then nothing is a row
 */
record RowFinder(char delimiter, int width) {
    /** From how many cells on a line in the middle of a text is more likely a row than prose. */
    private static final int TELLING_WIDTH = 8;

    /** Whether this line has as many cells as the heading. */
    boolean isRow(String line) {
        return width > 0 && cells(line, 0, line.length()) == width;
    }

    /** Where, behind this place, the first line starts that has as many cells as the heading; -1 if none does. */
    int rowIn(String text, int from) {
        int line = width == 0 ? -1 : lineAfter(text, from);
        while (line > 0) {
            int next = lineAfter(text, line);
            if (cells(text, line, next < 0 ? text.length() : next) == width) {
                return line;
            }
            line = next;
        }
        return -1;
    }

    /** Whether a record of so many cells that seems sound has rows in its cells. */
    boolean hides(String record, int cells) {
        int line = holdsLineBreak(record) ? rowIn(record, 0) : -1;
        return line > 0
                && (cells != width
                        || (width >= TELLING_WIDTH && shape(record, 0).equals(shape(record, line))));
    }

    static boolean holdsLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private static int lineAfter(String text, int from) {
        for (int i = from; i < text.length() - 1; i++) {
            if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && text.charAt(i + 1) != '\n')) {
                return i + 1;
            }
        }
        return -1;
    }

    /** How many cells start in this stretch; the last one may be left open. */
    private int cells(String text, int from, int to) {
        int cells = 1;
        boolean quoted = false;
        boolean atStart = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '"' && (atStart || quoted)) {
                quoted = !quoted;
                atStart = !quoted;
            } else if (c == delimiter && !quoted) {
                cells++;
                atStart = true;
            } else {
                atStart = false;
            }
        }
        return cells;
    }

    /** Whether a row of these cells is short and does not begin as one that begins with this cell does. */
    boolean isRest(List<String> cells, String usual) {
        return cells.size() < width && !shape(cells.get(0), 0).equals(shape(usual, 0));
    }

    /** The first cell's kinds of characters, which are much the same in all rows, since it most often is an id. */
    private String shape(String text, int from) {
        var shape = new StringBuilder();
        for (int i = from; i < text.length() && text.charAt(i) != delimiter && shape.length() < 20; i++) {
            char c = text.charAt(i);
            char kind = Character.isLetter(c) ? 'a' : c >= '0' && c <= '9' ? '9' : c;
            if (shape.length() == 0 || shape.charAt(shape.length() - 1) != kind) {
                shape.append(kind);
            }
        }
        return shape.toString();
    }
}
