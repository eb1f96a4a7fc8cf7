package org.stepbridge.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, so that a test can make each part wrong. */
final class Workbook {
    /** Index of a cell style in these workbooks. */
    static final int GENERAL = 0;

    static final int DAY = 1;
    static final int TIME = 2;

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder rows = new StringBuilder();
    private int row;

    Workbook() {
        sheets("Export");
        part(
                "_rels/.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        part(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                        + "<Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/>"
                        + "</Types>");
        part(
                "xl/styles.xml",
                "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                        + "<numFmts count='2'><numFmt numFmtId='170' formatCode='dd/mm/yyyy'/>"
                        + "<numFmt numFmtId='171' formatCode='dd/mm/yyyy hh:mm'/></numFmts>"
                        + "<cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='170'/><xf numFmtId='171'/></cellXfs></styleSheet>");
    }

    /** Names the sheets; rows go to the first one, the others are empty. */
    Workbook sheets(String... names) {
        var sheets = new StringBuilder();
        var targets = new StringBuilder();
        for (int i = 1; i <= names.length; i++) {
            sheets.append("<sheet name='" + names[i - 1] + "' sheetId='" + i + "' r:id='s" + i + "'/>");
            targets.append("<Relationship Id='s" + i
                    + "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet"
                    + i + ".xml'/>");
            part("xl/worksheets/sheet" + i + ".xml", sheet(""));
        }
        part(
                "xl/workbook.xml",
                "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
                        + sheets + "</sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + targets
                        + "<Relationship Id='st' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='styles.xml'/></Relationships>");
        return this;
    }

    Workbook part(String name, String text) {
        parts.put(name, text);
        return this;
    }

    String part(String name) {
        return java.util.Objects.requireNonNull(parts.get(name), name);
    }

    /** The sheet that holds the rows so far. */
    String sheet() {
        return sheet(rows.toString());
    }

    /** A row of texts. */
    Workbook texts(List<String> cells) {
        return cells("", cells.stream().map(Workbook::text).toArray(String[]::new));
    }

    /** A row in which days and times are what they are to a spreadsheet, and other cells texts. */
    Workbook natural(List<String> cells) {
        return cells("", cells.stream().map(Workbook::typed).toArray(String[]::new));
    }

    private static String typed(String text) {
        for (String pattern : List.of("dd/MM/uuuu", "dd/MM/uuuu HH:mm")) {
            LocalDateTime time = new DatePattern(pattern).read(text);
            if (time != null) {
                double days = Duration.between(LocalDate.of(1899, 12, 30).atStartOfDay(), time)
                                .toSeconds()
                        / 86_400.0;
                return number(String.valueOf(days), pattern.contains("H") ? TIME : DAY);
            }
        }
        return text(text);
    }

    /** A row that is hidden. */
    Workbook hidden(List<String> cells) {
        return cells(" hidden='1'", cells.stream().map(Workbook::text).toArray(String[]::new));
    }

    /** A row of cells as {@link #text}, {@link #number} and the like write them; empty ones are left out. */
    Workbook cells(String attributes, String... cells) {
        row++;
        rows.append("<row r='" + row + "'" + attributes + ">");
        for (int i = 0; i < cells.length; i++) {
            rows.append(cells[i].replace("@@", column(i) + row));
        }
        rows.append("</row>");
        return this;
    }

    /** Leaves rows out. */
    Workbook skip(int count) {
        row += count;
        return this;
    }

    static String text(String text) {
        String escaped = text.replace("_x", "_x005F_x")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "_x000D_");
        return text.isEmpty() ? "" : "<c r='@@' t='inlineStr'><is><t xml:space='preserve'>" + escaped + "</t></is></c>";
    }

    static String number(String value, int style) {
        return "<c r='@@' s='" + style + "'><v>" + value + "</v></c>";
    }

    static String typed(String type, String inside) {
        return "<c r='@@' t='" + type + "'>" + inside + "</c>";
    }

    private static String column(int index) {
        return index < 26 ? "" + (char) ('A' + index) : column(index / 26 - 1) + (char) ('A' + index % 26);
    }

    private static String sheet(String rows) {
        return "<?xml version='1.0' encoding='UTF-8'?><worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
                + rows + "</sheetData></worksheet>";
    }

    /** The workbook with these bytes as one of its parts. */
    byte[] bytesWith(String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getKey().equals(name) ? content : part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] bytes() {
        if (rows.length() > 0) {
            part("xl/worksheets/sheet1.xml", sheet(rows.toString()));
        }
        return bytesWith("", new byte[0]);
    }
}
