package org.stepbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Layout;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Mapping.Column;
import org.stepbridge.intake.RawRow.Fault;

/**
 * The rows of a sheet, numbered as the spreadsheet shows them. Formulas count as the values that were saved with them,
 * days and times as text in a pattern of their column.
 */
final class XlsxRows implements RowReader {
    private static final int OLE2_HEADER = 8;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Set<String> FAILURES = Set.of(
            "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA");
    private static final int MOST_EXPONENT = 400;

    private final ReadableWorkbook workbook;
    private final Iterator<Row> rows;
    private final boolean hiddenRows;
    private final SheetNumbers numbers;
    private final ColumnNames names;
    private final List<@Nullable Column> columns = new ArrayList<>();
    private boolean begun;
    private boolean ended;
    private long number;

    private XlsxRows(ReadableWorkbook workbook, Iterator<Row> rows, Mapping mapping) {
        this.workbook = workbook;
        this.rows = rows;
        this.hiddenRows = mapping.layout().sheet().hiddenRows();
        this.numbers = new SheetNumbers(workbook.isDate1904());
        this.names = new ColumnNames(mapping.columns());
    }

    /** @throws UnreadableFile when it is no workbook, has no such sheet, or would fill the memory */
    static XlsxRows open(Path file, Mapping mapping) throws IOException, UnreadableFile {
        checkKind(file);
        WorkbookLimits.check(file);
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            Sheet sheet = sheet(workbook, mapping.layout().sheet());
            return new XlsxRows(workbook, sheet.openStream().iterator(), mapping);
        } catch (UnreadableFile | IOException | RuntimeException e) {
            if (workbook != null) {
                workbook.close();
            }
            // it has just been unpacked whole, so that it is not the disk that failed
            throw e instanceof UnreadableFile known
                    ? known
                    : new UnreadableFile("", "It is no workbook that can be read. Save it again as .xlsx.");
        }
    }

    private static void checkKind(Path file) throws IOException, UnreadableFile {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] head = in.readNBytes(OLE2_HEADER);
            if (head.length == 0) {
                throw new UnreadableFile("", "Nothing is in the file, not even headings. Export it again.");
            }
            if (head.length == OLE2_HEADER && ReadableWorkbook.isOLE2Header(head)) {
                throw new UnreadableFile(
                        "", "It is an old or password-protected workbook. Save it as .xlsx without a password.");
            }
            if (head.length < OLE2_HEADER || head[0] != 'P' || head[1] != 'K') {
                throw new UnreadableFile("", "It is no workbook, whatever its name says. Export it again.");
            }
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, Layout.Sheet wanted) throws UnreadableFile {
        String name = wanted.name();
        return (name.isEmpty() ? workbook.getSheet(0) : workbook.findSheet(name))
                .orElseThrow(() -> new UnreadableFile(
                        "",
                        name.isEmpty()
                                ? "There is no sheet in the workbook."
                                : "There is no sheet called " + name + ". Rename the sheet or mend the feed."));
    }

    @Override
    public @Nullable RawRow next() {
        try {
            while (!ended && rows.hasNext()) {
                Row row = rows.next();
                number = row.getRowNum();
                RawRow read = row.isHidden() && !hiddenRows ? null : read(row);
                if (read != null) {
                    begun = true;
                    return read;
                }
            }
            return null;
        } catch (RuntimeException e) {
            // the library tells of a damaged sheet by exceptions of any kind
            ended = true;
            String problem = "From here on the sheet is damaged, so nothing behind this can be read. Save it again.";
            var fault = new Fault(columns.size(), "", problem, true, false);
            return new RawRow(number + 1, List.of(), fault);
        }
    }

    private @Nullable RawRow read(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        Fault fault = null;
        boolean blank = true;
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            Column column = i < columns.size() ? columns.get(i) : null;
            String text = cell == null ? "" : text(cell, column);
            String problem = cell == null ? "" : problem(cell, text, begun && column == null);
            if (!problem.isEmpty()) {
                fault = fault == null ? new Fault(i, text, problem, false, false) : fault;
                text = "";
                blank = false;
            }
            blank &= text.isBlank();
            cells.add(text);
        }
        if (blank) {
            return null;
        }
        if (!begun) {
            cells.forEach(heading -> {
                List<Column> means = names.of(heading);
                columns.add(means.isEmpty() ? null : means.get(0));
            });
        }
        return new RawRow(number, cells, fault);
    }

    private String text(Cell cell, @Nullable Column column) {
        Object value = cell.getValue();
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (value instanceof java.math.BigDecimal decimal) {
            String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
            boolean readable = Math.abs((long) decimal.precision() - decimal.scale()) <= MOST_EXPONENT;
            return readable ? numbers.text(decimal, column, format) : "";
        }
        if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        String text = value instanceof String string ? string : raw;
        return text.indexOf("_x") < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(hex -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
    }

    private static String problem(Cell cell, String text, boolean unused) {
        if (unused) {
            return "";
        }
        boolean formula = cell.getType() == CellType.FORMULA;
        if (cell.getType() == CellType.ERROR || (formula && FAILURES.contains(text))) {
            return "A formula in it has failed. Mend it and save the workbook again.";
        }
        boolean noValue = cell.getType() == CellType.FORMULA && cell.getValue() == null;
        return noValue
                ? "No value was saved with its formula. Open the workbook, save it and send it again."
                : CellText.problem(text);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
