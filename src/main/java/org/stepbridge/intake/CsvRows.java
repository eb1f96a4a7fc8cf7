package org.stepbridge.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.intake.RawRow.Fault;
import org.stepbridge.intake.Stretch.Shape;

/**
 * The rows of a CSV file. Each record is parsed by itself, so that a broken one costs its row and not the file. Where a
 * quote that is never closed has swallowed rows behind it, reading goes on at the first line that has as many cells as
 * the heading.
 */
final class CsvRows implements RowReader {
    private static final int MOST_CHARS_IN_CELL = 1 << 20;
    private static final int MOST_CHARS_IN_ROW = 2 << 20;

    private final RecordSplitter records;
    private final CsvReader.CsvReaderBuilder strict;
    private final CsvReader.CsvReaderBuilder trimming;
    private final char delimiter;
    private final String charset;
    private long number;
    /** How the last row began that was one; empty before the first. */
    private String begins = "";

    private RowFinder finder;

    private CsvRows(RecordSplitter records, Charset charset, char delimiter) {
        this.records = records;
        this.delimiter = delimiter;
        this.finder = new RowFinder(delimiter, 0);
        this.charset = charset.name();
        this.strict = CsvReader.builder().fieldSeparator(delimiter);
        this.trimming = CsvReader.builder().fieldSeparator(delimiter).trimWhitespacesAroundQuotes(true);
    }

    /** Reads these bytes, which it closes with itself. */
    static CsvRows of(InputStream bytes, Charset charset, char delimiter) throws IOException {
        var text = Decoding.open(bytes, charset);
        return new CsvRows(new RecordSplitter(text, delimiter, MOST_CHARS_IN_ROW), charset, delimiter);
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        for (Stretch record = records.next(); record != null; record = records.next()) {
            number++;
            RawRow row = record.text().isBlank() ? null : row(record);
            if (row != null && (row.fault() != null || !blank(row.cells()))) {
                if (finder.width() == 0) {
                    finder = new RowFinder(delimiter, Headings.width(row.cells()));
                    return row;
                }
                return row.fault() == null ? marked(row) : row;
            }
        }
        return null;
    }

    /** The row, marked if it may be the rest of the one before. */
    private RawRow marked(RawRow row) {
        if (!begins.isEmpty() && finder.isRest(row.cells(), begins)) {
            return new RawRow(row.number(), row.cells(), null, true);
        }
        begins = row.cells().get(0);
        return row;
    }

    private RawRow row(Stretch record) throws IOException {
        String text = record.text();
        if (!record.sound()) {
            return faulty(record, record.cellStart(), before(text, record.cellStart()), "");
        }
        String[] cells;
        try {
            cells = (record.spaced() ? trimming : strict).ofSingleCsvRecord(StringArrayHandler.of(), text);
        } catch (CsvParseException e) {
            return faulty(record, 0, new String[0], "It has far too many cells.");
        }
        if (finder.hides(text, cells.length)) {
            int sound = 0;
            while (sound < cells.length && !RowFinder.holdsLineBreak(cells[sound])) {
                sound++;
            }
            String problem = "A quote in it is opened or closed wrongly. A quote inside a cell must be doubled.";
            return faulty(record, 0, usable(Arrays.copyOf(cells, sound)), problem);
        }
        if (!record.ended() && cells.length < finder.width()) {
            var fault = new Fault(finder.width(), "", "The file ends inside this row.", false, true);
            return new RawRow(number, Arrays.asList(usable(cells)), fault);
        }
        return clean(record, cells);
    }

    /** Looks for what no cell may hold. */
    private RawRow clean(Stretch record, String[] cells) {
        String text = record.text();
        boolean unknown = text.indexOf(Decoding.UNKNOWN) >= 0;
        boolean nul = text.indexOf('\0') >= 0;
        boolean longer = text.length() > MOST_CHARS_IN_CELL;
        if (!unknown && !nul && !longer) {
            return new RawRow(number, Arrays.asList(cells), null);
        }
        boolean cutOff = !record.ended() && text.charAt(text.length() - 1) == Decoding.UNKNOWN;
        Fault fault = null;
        for (int i = 0; i < cells.length; i++) {
            String problem = "";
            if (cells[i].indexOf(Decoding.UNKNOWN) >= 0) {
                problem = "It holds bytes that are not " + charset + ". Export it again in that charset.";
            } else if (cells[i].indexOf('\0') >= 0) {
                problem = "It holds a NUL character. Export it again.";
            } else if (cells[i].length() > MOST_CHARS_IN_CELL) {
                problem = "It is longer than " + MOST_CHARS_IN_CELL + " characters.";
            }
            if (!problem.isEmpty()) {
                fault = fault == null ? new Fault(i, cells[i], problem, false, cutOff) : fault;
                cells[i] = "";
            }
        }
        return new RawRow(number, Arrays.asList(cells), fault);
    }

    /**
     * A record that is wrong from this place on, without the rows behind it that it swallowed, if they can be told.
     *
     * @param before the cells before that place
     * @param problem what is wrong, if its shape does not say it
     */
    private RawRow faulty(Stretch record, int from, String[] before, String problem) throws IOException {
        String text = record.text();
        int next = finder.rowIn(text, from);
        boolean swallows = next < 0 && RowFinder.holdsLineBreak(text);
        boolean cutOff = next < 0 && !record.ended();
        if (next > 0) {
            records.giveBack(text.substring(next) + (record.ended() ? "\n" : ""));
            text = text.substring(0, next);
        } else if (record.shape() == Shape.TOO_LONG) {
            cutOff = !records.skipLine();
            swallows |= skipsToRow();
        }
        String what = problem.isEmpty() ? problem(record.shape(), cutOff) : problem;
        return new RawRow(
                number, Arrays.asList(before), new Fault(before.length, text.substring(from), what, swallows, cutOff));
    }

    /** Goes on at the next line that looks like a row, behind one that is too long; tells whether it left any out. */
    private boolean skipsToRow() throws IOException {
        boolean skipped = false;
        for (Stretch record = records.next(); record != null; record = records.next()) {
            String text = record.text();
            if (record.sound() && finder.isRow(text)) {
                records.giveBack(record.ended() ? text + "\n" : text);
                return skipped;
            }
            skipped |= !text.isBlank();
            if (record.shape() == Shape.TOO_LONG) {
                records.skipLine();
            }
        }
        return skipped;
    }

    private static String problem(Shape shape, boolean cutOff) {
        return switch (shape) {
            case TOO_LONG ->
                "The row is longer than " + MOST_CHARS_IN_ROW + " characters; the rest of it was left out.";
            case OPEN_QUOTE ->
                cutOff
                        ? "The file ends inside a quoted cell."
                        : "A quote is opened and never closed. A quote inside a cell must be doubled.";
            default -> "Something stands behind a closing quote. A quote inside a cell must be doubled.";
        };
    }

    /** The cells before the one that starts here. */
    private String[] before(String text, int cellStart) {
        if (cellStart < 2) {
            return cellStart == 0 ? new String[0] : new String[] {""};
        }
        try {
            String[] cells = trimming.ofSingleCsvRecord(StringArrayHandler.of(), text.substring(0, cellStart - 1));
            return usable(cells);
        } catch (CsvParseException e) {
            return new String[0];
        }
    }

    /** These cells, emptied of what no cell may hold. */
    private static String[] usable(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (cell.indexOf(Decoding.UNKNOWN) >= 0 || cell.indexOf('\0') >= 0 || cell.length() > MOST_CHARS_IN_CELL) {
                cells[i] = "";
            }
        }
        return cells;
    }

    private static boolean blank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
