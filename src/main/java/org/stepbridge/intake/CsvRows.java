package org.stepbridge.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Mapping;
import org.stepbridge.intake.RawRow.Fault;

/**
 * The rows of a CSV file. Each record is parsed by itself, so that a broken one costs its row and not the file. Where a
 * quote that is never closed has swallowed rows behind it, reading goes on at the first line that has as many cells as
 * the heading.
 */
final class CsvRows implements RowReader {
    private static final int MOST_CHARS_IN_CELL = 1 << 20;
    private static final int MOST_CHARS_IN_ROW = 2 << 20;
    /** How often lines that a row swallowed are read again, so that no file can make reading take for ever. */
    private static final int MOST_RECOVERIES = 200;

    private final RecordSplitter records;
    private final CsvReader.CsvReaderBuilder strict;
    private final CsvReader.CsvReaderBuilder trimming;
    private final char delimiter;
    private final String charset;
    private long number;
    private int width;
    private int recoveries;

    private CsvRows(RecordSplitter records, Mapping mapping) {
        this.records = records;
        this.delimiter = mapping.delimiter();
        this.charset = mapping.charset().name();
        this.strict = CsvReader.builder().fieldSeparator(delimiter);
        this.trimming = CsvReader.builder().fieldSeparator(delimiter).trimWhitespacesAroundQuotes(true);
    }

    /** Reads these bytes, which it closes with itself, as this mapping says. */
    static CsvRows of(InputStream bytes, Mapping mapping) throws IOException {
        var text = Decoding.open(bytes, mapping.charset());
        return new CsvRows(new RecordSplitter(text, mapping.delimiter(), MOST_CHARS_IN_ROW), mapping);
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        for (Stretch record = records.next(); record != null; record = records.next()) {
            number++;
            RawRow row = record.text().isBlank() ? null : row(record);
            if (row != null && (row.fault() != null || !blank(row.cells()))) {
                width = width == 0 ? Headings.width(row.cells()) : width;
                return row;
            }
        }
        return null;
    }

    private RawRow row(Stretch record) throws IOException {
        if (!record.sound()) {
            return faulty(record, record.cellStart(), null);
        }
        String[] cells;
        try {
            cells = (record.spaced() ? trimming : strict).ofSingleCsvRecord(StringArrayHandler.of(), record.text());
        } catch (CsvParseException e) {
            return faulty(record, 0, "It has far too many cells.");
        }
        if (width > 0 && cells.length != width && holdsLineBreak(record.text()) && swallowed(record.text(), 0) > 0) {
            return faulty(
                    record, 0, "A quote in it is opened or closed wrongly. A quote inside a cell must be doubled.");
        }
        if (!record.ended() && cells.length < width) {
            return new RawRow(
                    number, Arrays.asList(cells), new Fault(width, "", "The file ends inside this row.", false, true));
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

    /** A record that is wrong from this cell on, without the rows behind it that it swallowed, if they can be told. */
    private RawRow faulty(Stretch record, int cellStart, @Nullable String problem) throws IOException {
        String text = record.text();
        boolean tooLong = record.shape() == Stretch.Shape.TOO_LONG;
        boolean manyLines = holdsLineBreak(text);
        int next = manyLines && width > 0 && recoveries < MOST_RECOVERIES ? swallowed(text, cellStart) : -1;
        if (next > 0) {
            recoveries++;
            records.giveBack(text.substring(next) + (record.ended() ? "\n" : ""));
            text = text.substring(0, next);
        } else if (tooLong) {
            skipToNextRow();
        }
        boolean cutOff = next < 0 && !record.ended() && !tooLong;
        String[] before = before(text, cellStart);
        String what = problem == null ? problem(record.shape(), cutOff) : problem;
        return new RawRow(
                number,
                Arrays.asList(before),
                new Fault(before.length, text.substring(cellStart), what, next < 0 && manyLines, cutOff));
    }

    /** Goes on at the next line that looks like a row: what lies between belongs to a row that is too long. */
    private void skipToNextRow() throws IOException {
        records.skipLine();
        for (Stretch record = records.next(); record != null; record = records.next()) {
            String text = record.text();
            if (record.sound() && cells(text, 0, text.length()) == width) {
                records.giveBack(record.ended() ? text + "\n" : text);
                return;
            }
            if (record.shape() == Stretch.Shape.TOO_LONG) {
                records.skipLine();
            }
        }
    }

    private static String problem(Stretch.Shape shape, boolean cutOff) {
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
            for (int i = 0; i < cells.length; i++) {
                cells[i] = usable(cells[i]) ? cells[i] : "";
            }
            return cells;
        } catch (CsvParseException e) {
            return new String[0];
        }
    }

    private static boolean usable(String cell) {
        return cell.indexOf(Decoding.UNKNOWN) < 0 && cell.indexOf('\0') < 0 && cell.length() <= MOST_CHARS_IN_CELL;
    }

    /** Where, behind this place, the first line starts that has as many cells as the heading; -1 if none does. */
    private int swallowed(String text, int from) {
        int line = lineAfter(text, from);
        while (line > 0) {
            int next = lineAfter(text, line);
            if (cells(text, line, next < 0 ? text.length() : next) == width) {
                return line;
            }
            line = next;
        }
        return -1;
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

    private static boolean holdsLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private static boolean blank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
