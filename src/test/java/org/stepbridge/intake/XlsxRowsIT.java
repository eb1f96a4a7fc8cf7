package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepbridge.intake.Workbook.DAY;
import static org.stepbridge.intake.Workbook.GENERAL;
import static org.stepbridge.intake.Workbook.TIME;
import static org.stepbridge.intake.Workbook.number;
import static org.stepbridge.intake.Workbook.text;
import static org.stepbridge.intake.Workbook.typed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepbridge.casework.FileFormat;
import org.stepbridge.casework.Layout;
import org.stepbridge.casework.Mapping;

class XlsxRowsIT {
    private static final List<String> HEADINGS = List.of("NoteID", "NoteDate", "RecordedAt", "Subject", "Unused");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "46339,      1, 2, 13/11/2026",
        "46339.0,    0, 2, 13/11/2026",
        "46339,      1, 3, 2026-11-13",
        "46339.68056,2, 3, 13/11/2026 16:20",
        "46339.680567,2, 3, 13/11/2026 16:20:01",
        "46339,      2, 3, 13/11/2026 00:00",
        "46339.5,    0, 3, 13/11/2026 12:00",
        "46339,      1, 4, 2026-11-13",
        "46339,      0, 4, 46339",
        "123.0,      0, 4, 123",
        "0012.50,    0, 4, 12.5",
        "9434765919, 0, 1, 9434765919",
        "9.434765919E9,0,1, 9434765919",
        "1E3,        0, 4, 1000"
    })
    void numbers_and_dates_become_text_as_their_column_says(String value, int style, int column, String expected)
            throws Exception {
        String[] cells = {"", "", "", "", ""};
        cells[column - 1] = number(value, style);

        assertThat(rows(new Workbook().texts(HEADINGS).cells("", cells), sheet("", true))
                        .get(1)
                        .cells()
                        .get(column - 1))
                .isEqualTo(expected);
    }

    @Test
    void formulas_count_as_the_values_saved_with_them() throws Exception {
        var workbook = new Workbook()
                .texts(HEADINGS)
                .cells(
                        "",
                        typed("str", "<f>CONCAT(\"G\",1)</f><v>G1</v>"),
                        "<c r='@@' s='1'><f>TODAY()</f><v>46339</v></c>",
                        "",
                        typed("b", "<v>1</v>"));

        assertThat(rows(workbook, sheet("", true)).get(1).cells()).containsExactly("G1", "13/11/2026", "", "TRUE");
    }

    @Test
    void hidden_rows_count_unless_the_feed_says_otherwise() throws Exception {
        var workbook = new Workbook().texts(HEADINGS).hidden(List.of("GN1")).texts(List.of("GN2"));

        assertThat(rows(workbook, sheet("", true)))
                .extracting(row -> row.cells().get(0))
                .containsExactly("NoteID", "GN1", "GN2");
        assertThat(rows(workbook, sheet("", false))).extracting(RawRow::number).containsExactly(1L, 3L);
    }

    @Test
    void rows_are_numbered_as_the_sheet_shows_them() throws Exception {
        var workbook = new Workbook().skip(2).texts(HEADINGS).skip(3).texts(List.of("GN1"));

        assertThat(rows(workbook, sheet("", true))).extracting(RawRow::number).containsExactly(3L, 7L);
    }

    @Test
    void a_named_sheet_is_read_and_a_missing_one_is_told() throws Exception {
        var workbook = new Workbook().sheets("Notes", "Read me").texts(HEADINGS);

        assertThat(rows(workbook, sheet("Notes", true))).hasSize(1);
        assertThat(rows(workbook, sheet("Read me", true))).isEmpty();
        assertThatThrownBy(() -> rows(workbook, sheet("Transfers", true)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("There is no sheet called Transfers. Rename the sheet or mend the feed.");
    }

    @Test
    void a_failed_formula_in_a_column_that_nobody_reads_costs_nothing() throws Exception {
        var workbook = new Workbook().texts(HEADINGS).cells("", text("GN1"), "", "", "", typed("e", "<v>#REF!</v>"));

        assertThat(rows(workbook, sheet("", true)).get(1).fault()).isNull();
    }

    @Test
    void days_of_a_workbook_that_counts_from_1904_are_the_same_days() throws Exception {
        var workbook = new Workbook();
        workbook.part(
                "xl/workbook.xml",
                workbook.part("xl/workbook.xml").replace("<sheets>", "<workbookPr date1904='1'/><sheets>"));
        workbook.texts(HEADINGS).cells("", text("GN1"), number("44877", DAY));

        assertThat(rows(workbook, sheet("", true)).get(1).cells().get(1)).isEqualTo("13/11/2026");
    }

    @Test
    void shared_and_rich_texts_are_texts() throws Exception {
        var workbook = new Workbook();
        workbook.part(
                "xl/_rels/workbook.xml.rels",
                workbook.part("xl/_rels/workbook.xml.rels")
                        .replace(
                                "</Relationships>",
                                "<Relationship Id='ss' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings' Target='sharedStrings.xml'/></Relationships>"));
        workbook.part(
                "[Content_Types].xml",
                workbook.part("[Content_Types].xml")
                        .replace(
                                "</Types>",
                                "<Override PartName='/xl/sharedStrings.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'/></Types>"));
        workbook.part(
                "xl/sharedStrings.xml",
                "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' count='2' uniqueCount='2'><si><t>GN1</t></si><si><r><t>Agreed </t></r><r><rPr><b/></rPr><t>today</t></r></si></sst>");
        workbook.texts(HEADINGS).cells("", typed("s", "<v>0</v>"), "", "", typed("s", "<v>1</v>"));

        assertThat(rows(workbook, sheet("", true)).get(1).cells()).containsExactly("GN1", "", "", "Agreed today");
    }

    @Test
    void times_keep_their_seconds_and_numbers_their_digits() {
        assertThat(SheetNumbers.plain(new java.math.BigDecimal("123456789012345")))
                .isEqualTo("123456789012345");
        assertThat(SheetNumbers.plain(new java.math.BigDecimal("1234567890123456")))
                .isEqualTo("123456789012346E+1");
        assertThat(SheetNumbers.plain(new java.math.BigDecimal("-0.50"))).isEqualTo("-0.5");
        assertThat(SheetNumbers.plain(new java.math.BigDecimal("0.00"))).isEqualTo("0");
        assertThat(number("1", TIME)).contains("s='2'");
        assertThat(number("1", GENERAL)).contains("s='0'");
    }

    private static Layout sheet(String name, boolean hiddenRows) {
        return new Layout(
                FileFormat.XLSX, new Layout.Text(StandardCharsets.UTF_8, ','), new Layout.Sheet(name, hiddenRows), "");
    }

    private List<RawRow> rows(Workbook workbook, Layout layout) throws IOException, UnreadableFile {
        Mapping notes = Feeds.notes().mapping();
        var mapping = new Mapping(layout, notes.nullWords(), notes.columns(), notes.fixed());
        Path file = Files.write(folder.resolve("export.xlsx"), workbook.bytes());
        List<RawRow> rows = new ArrayList<>();
        try (RowReader reader = RowReaders.open(ArrivedFile.of(file), mapping, new Found())) {
            for (RawRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
