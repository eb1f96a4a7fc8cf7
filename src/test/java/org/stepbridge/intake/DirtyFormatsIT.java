package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.intake.Rows.file;
import static org.stepbridge.intake.Rows.row;
import static org.stepbridge.intake.Workbook.DAY;
import static org.stepbridge.intake.Workbook.GENERAL;
import static org.stepbridge.intake.Workbook.number;
import static org.stepbridge.intake.Workbook.text;
import static org.stepbridge.intake.Workbook.typed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepbridge.casework.Feed;

/** Bad workbooks, XML and JSON, each with the end that contract.md §2 gives it; the next good file is always taken. */
class DirtyFormatsIT {
    private static final Feed NOTES = Feeds.notes();
    private static final int REFUSED = -1;
    private static final List<String> HEADINGS =
            List.of("NoteID", "EHMPersonID", "NoteType", "NoteDate", "AuthorRole", "Text", "RecordedAt");
    private static final List<String> GOOD =
            List.of("GN1", "E1", "General Note", "13/11/2026", "Manager", "Agreed.", "13/11/2026 16:20");
    private static final String XML_GOOD =
            "<N><NoteID>GN1</NoteID><EHMPersonID>E1</EHMPersonID><NoteType>General Note</NoteType>"
                    + "<NoteDate>13/11/2026</NoteDate><AuthorRole>Manager</AuthorRole><Text>Agreed.</Text></N>";
    private static final String XML_OTHER = XML_GOOD.replace("GN1", "GN9");
    private static final String JSON_GOOD = "{\"NoteID\":\"GN1\",\"EHMPersonID\":\"E1\",\"NoteType\":\"General Note\","
            + "\"NoteDate\":\"13/11/2026\",\"AuthorRole\":\"Manager\",\"Text\":\"Agreed.\"}";
    private static final String JSON_OTHER = JSON_GOOD.replace("GN1", "GN9");

    /**
     * A bad file.
     *
     * @param rejected how many rows are not taken in; {@link #REFUSED} when the file as a whole is not
     * @param fresh whether the file still counts as complete
     * @param report what the first line of its report says, or a part of it; empty when there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // is only read, never compared
    record Dirt(String what, String extension, byte[] bytes, int accepted, int rejected, boolean fresh, String report) {
        @Override
        public String toString() {
            return extension + ": " + what;
        }
    }

    static Stream<Dirt> workbooks() {
        byte[] whole = book().bytes();
        return Stream.of(
                refused("xlsx", "nothing", new byte[0], "Nothing is in the file"),
                refused("xlsx", "text with a workbook's name", utf8("NoteID,Text\n"), "It is no workbook"),
                refused(
                        "xlsx",
                        "an old workbook",
                        new byte[] {
                            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                        },
                        "It is an old or password-protected workbook."),
                refused("xlsx", "cut off", Arrays.copyOf(whole, whole.length / 2), "It is no whole workbook"),
                refused(
                        "xlsx",
                        "without its last byte",
                        Arrays.copyOf(whole, whole.length - 1),
                        "It is no whole workbook"),
                refused("xlsx", "with damaged bytes", damaged(whole), "It is no whole workbook"),
                refused(
                        "xlsx",
                        "an archive of something else",
                        new Workbook().sheets().bytes(),
                        "There is no sheet"),
                refused("xlsx", "no row", new Workbook().bytes(), "Nothing is in the file, not even headings."),
                refused(
                        "xlsx",
                        "a part of 2 GB by its own word",
                        declaring(whole, 0x7FFFFFFF),
                        "It is no whole|It unpacks|A part of it"),
                refused("xlsx", "a zip bomb", bomb(), "A part of it is packed more than 200 times smaller"),
                refused(
                        "xlsx",
                        "an entity bomb",
                        new Workbook()
                                .part("xl/worksheets/sheet1.xml", bombXml("worksheet"))
                                .bytes(),
                        "The headings cannot be read. From here on the sheet is damaged"),
                refused(
                        "xlsx",
                        "a cell behind the last column",
                        new Workbook()
                                .part(
                                        "xl/worksheets/sheet1.xml",
                                        "<worksheet><sheetData><row r='1'><c r='ZZZZZZ1'><v>1</v></c></row></sheetData></worksheet>")
                                .bytes(),
                        "A cell lies behind the last column"),
                refused("xlsx", "the same heading twice", heading("TEXT").bytes(), "Two headings both mean Text."),
                refused(
                        "xlsx",
                        "a required heading missing",
                        new Workbook().texts(HEADINGS.subList(0, 4)).bytes(),
                        "Headings are missing"),
                refused("xlsx", "very many headings", manyHeadings(), "It has more than 1000 headings."),
                taken(
                        "xlsx",
                        "rows after a gap",
                        book().skip(5).texts(changed(0, "GN2")).bytes(),
                        2,
                        0,
                        true,
                        ""),
                taken(
                        "xlsx",
                        "more cells than headings",
                        book().texts(longer(GOOD)).bytes(),
                        1,
                        1,
                        true,
                        "3,,extra,It has more cells"),
                taken(
                        "xlsx",
                        "a date as text that is none",
                        book().texts(changed(3, "31/02/2026")).bytes(),
                        1,
                        1,
                        true,
                        "3,NoteDate,31/02/2026,"),
                taken("xlsx", "the year 9999", typedDate(number("2958465", DAY)), 1, 1, true, "3,NoteDate,9999-12-31,"),
                taken("xlsx", "the day that never was", typedDate(number("60", DAY)), 1, 1, true, "3,NoteDate,60,"),
                taken("xlsx", "a day before all days", typedDate(number("-1.5", DAY)), 1, 1, true, "3,NoteDate,'-1.5,"),
                taken(
                        "xlsx",
                        "a number beyond all bounds",
                        typedDate(number("1E999999999", DAY)),
                        1,
                        1,
                        true,
                        "3,NoteDate,"),
                taken("xlsx", "a number that is none", typedDate(number("abc", DAY)), 1, 1, true, "3,NoteDate,"),
                taken(
                        "xlsx",
                        "a formula that failed",
                        typedDate(typed("e", "<f>1/0</f><v>#DIV/0!</v>")),
                        1,
                        1,
                        true,
                        "3,NoteDate,#DIV/0!,A formula in it has failed."),
                taken(
                        "xlsx",
                        "a formula without its value",
                        typedDate(typed("str", "<f>A1</f>")),
                        1,
                        1,
                        true,
                        "3,NoteDate,,"),
                taken(
                        "xlsx",
                        "an id that the sheet has rounded",
                        book().cells(
                                        "",
                                        number("12345678901234567890", GENERAL),
                                        text("E1"),
                                        text("Note"),
                                        text("13/11/2026"),
                                        text("M"),
                                        text("x"))
                                .bytes(),
                        1,
                        1,
                        true,
                        "3,NoteID,123456789012346E+5,A spreadsheet has shortened"),
                taken(
                        "xlsx",
                        "a cell longer than any sheet has",
                        book().texts(changed(5, "x".repeat(1_100_000))).bytes(),
                        1,
                        1,
                        true,
                        "3,Text,xxx"),
                taken(
                        "xlsx",
                        "a shared text that is not there",
                        typedDate(typed("s", "<v>7</v>")),
                        1,
                        1,
                        true,
                        "3,NoteDate,,\"It is empty"),
                taken(
                        "xlsx",
                        "tags that do not match",
                        new Workbook()
                                .part(
                                        "xl/worksheets/sheet1.xml",
                                        book().sheet().replace("</sheetData>", "<row></sheetData>"))
                                .bytes(),
                        1,
                        1,
                        false,
                        "3,,,\"From here on the sheet is damaged"));
    }

    static Stream<Dirt> xml() {
        return Stream.of(
                refused("xml", "nothing", new byte[0], "It is not XML"),
                refused("xml", "CSV with another name", utf8(file(NOTES, row(NOTES, "GN1"))), "It is not XML"),
                refused("xml", "a billion laughs", utf8(bombXml("Export")), "It declares a document type"),
                refused(
                        "xml",
                        "an external entity",
                        utf8(
                                "<!DOCTYPE E [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><E><N><NoteID>&x;</NoteID></N></E>"),
                        "It declares a document type"),
                refused(
                        "xml",
                        "a document type elsewhere",
                        utf8("<!DOCTYPE E SYSTEM 'http://127.0.0.1:1/e.dtd'><E/>"),
                        "It declares a document type"),
                refused(
                        "xml",
                        "an encoding that nobody knows",
                        utf8("<?xml version='1.0' encoding='klingon'?><E/>"),
                        "It declares an encoding"),
                taken(
                        "xml",
                        "an entity never declared",
                        utf8("<E>" + XML_GOOD + "<N><NoteID>&nbsp;</NoteID></N></E>"),
                        1,
                        1,
                        false,
                        "2,,,\"From here on"),
                taken(
                        "xml",
                        "cut off in a text",
                        utf8("<E>" + XML_GOOD + "<N><NoteID>GN2</NoteID><Text>Agr"),
                        1,
                        1,
                        false,
                        "2,,,\"From here on it is not well formed or it is cut off"),
                taken("xml", "cut off between rows", utf8("<E>" + XML_GOOD), 1, 1, false, "2,,,\"From here on"),
                taken(
                        "xml",
                        "tags that do not match",
                        utf8("<E>" + XML_GOOD + "<N><NoteID>GN2</Note></N>" + XML_OTHER + "</E>"),
                        1,
                        1,
                        false,
                        "2,,,\"From here on"),
                taken(
                        "xml",
                        "bytes of another charset",
                        latin("<E>" + XML_GOOD + XML_OTHER.replace("Agreed", "Café") + "</E>"),
                        1,
                        1,
                        true,
                        "2,Text,Caf\uFFFD.,It holds bytes that are not in the charset"),
                taken(
                        "xml",
                        "a NUL",
                        utf8("<E>" + XML_GOOD + XML_OTHER.replace("Agreed", "A\0greed") + "</E>"),
                        1,
                        1,
                        true,
                        "2,Text,A\uFFFDgreed.,It holds a NUL"),
                taken(
                        "xml",
                        "Windows-1252 that says so",
                        "<?xml version='1.0' encoding='windows-1252'?><E>"
                                .concat(XML_GOOD.replace("Agreed", "“Café”"))
                                .concat("</E>")
                                .getBytes(Charset.forName("windows-1252")),
                        1,
                        0,
                        true,
                        ""),
                taken(
                        "xml",
                        "UTF-16",
                        ("\uFEFF<?xml version='1.0' encoding='UTF-16'?><E>" + XML_GOOD + "</E>")
                                .getBytes(StandardCharsets.UTF_16LE),
                        1,
                        0,
                        true,
                        ""),
                taken(
                        "xml",
                        "a byte order mark",
                        utf8("\uFEFF<?xml version='1.0'?><E>" + XML_GOOD + "</E>"),
                        1,
                        0,
                        true,
                        ""),
                taken(
                        "xml",
                        "the same element twice in a row",
                        utf8("<E>" + XML_GOOD + XML_OTHER.replace("</N>", "<Text>No.</Text></N>") + "</E>"),
                        1,
                        1,
                        true,
                        "2,Text,No.,It stands more than once"),
                taken(
                        "xml",
                        "two names of one column",
                        utf8("<E>" + XML_GOOD + XML_OTHER.replace("</N>", "<Note_Text>No.</Note_Text></N>") + "</E>"),
                        1,
                        1,
                        true,
                        "2,Text,No.,It stands more than once"),
                taken(
                        "xml",
                        "an error instead of an export",
                        utf8("<Error>No access</Error>"),
                        0,
                        1,
                        false,
                        "1,,,\"It has no rows"),
                taken(
                        "xml",
                        "an error that is cut off",
                        utf8("<Error>No acc"),
                        0,
                        1,
                        false,
                        "1,,,\"From here on it is not well formed"),
                taken(
                        "xml",
                        "an error as an element",
                        utf8("<Export><Message>No access</Message></Export>"),
                        0,
                        1,
                        false,
                        "1,,,It holds text and no elements"),
                taken(
                        "xml",
                        "rows of text",
                        utf8("<E>" + XML_GOOD + "<N>GN2;E1;Note</N></E>"),
                        1,
                        1,
                        false,
                        "2,,,It holds text and no elements"),
                taken(
                        "xml",
                        "nested very deeply",
                        utf8("<E>" + XML_GOOD + "<N>" + "<a>".repeat(5000)),
                        1,
                        1,
                        false,
                        "2,,,\"Its elements are nested deeper than 32 levels"),
                taken(
                        "xml",
                        "nested very deeply outside rows",
                        utf8("<E>" + "<a>".repeat(5000)),
                        0,
                        1,
                        false,
                        "1,,,\"Its elements are nested deeper"),
                taken(
                        "xml",
                        "a text of more than a million letters",
                        utf8("<E>" + XML_GOOD + XML_OTHER.replace("Agreed", "x".repeat(1_100_000)) + "</E>"),
                        1,
                        1,
                        true,
                        "2,Text,xxx"),
                taken(
                        "xml",
                        "twenty million letters",
                        utf8("<E>" + XML_GOOD + XML_OTHER.replace("Agreed", "x".repeat(20_000_000)) + "</E>"),
                        1,
                        1,
                        false,
                        "2,,,\"From here on"),
                taken(
                        "xml",
                        "very many values",
                        utf8("<E>" + XML_GOOD + XML_OTHER.replace("</N>", "<a>1</a>".repeat(2000) + "</N>") + "</E>"),
                        1,
                        1,
                        true,
                        "2,,,It has more than 1000 values."),
                taken("xml", "an empty row", utf8("<E>" + XML_GOOD + "<N/><N> </N></E>"), 1, 0, true, ""),
                taken(
                        "xml",
                        "a date that is none",
                        utf8("<E>" + XML_GOOD + XML_OTHER.replace("13/11/2026", "31/02/2026") + "</E>"),
                        1,
                        1,
                        true,
                        "2,NoteDate,31/02/2026,"));
    }

    static Stream<Dirt> json() {
        return Stream.of(
                refused("json", "nothing", new byte[0], "Nothing is in the file"),
                refused("json", "only white space", utf8("\uFEFF \n\t"), "Nothing is in the file"),
                refused(
                        "json",
                        "CSV with another name",
                        utf8(file(NOTES, row(NOTES, "GN1"))),
                        "It is neither a list nor"),
                taken(
                        "json",
                        "UTF-16",
                        ("[" + JSON_GOOD + "]").getBytes(StandardCharsets.UTF_16LE),
                        0,
                        1,
                        false,
                        "1,,,\"From here on"),
                taken(
                        "json",
                        "cut off in a text",
                        utf8("[" + JSON_GOOD + ",{\"NoteID\":\"GN2\",\"Text\":\"Agr"),
                        1,
                        1,
                        false,
                        "2,,,\"From here on it is not JSON"),
                taken(
                        "json",
                        "cut off between rows",
                        utf8("[" + JSON_GOOD + ","),
                        1,
                        1,
                        false,
                        "1,,,\"From here on|2,,,\"From here on"),
                taken("json", "a comma too many", utf8("[" + JSON_GOOD + ",]"), 1, 1, false, ",,\"From here on"),
                taken(
                        "json",
                        "more behind the list",
                        utf8("[" + JSON_GOOD + "][" + JSON_OTHER + "]"),
                        1,
                        1,
                        false,
                        "2,,,More stands behind the end of the list."),
                taken(
                        "json",
                        "something that is no object",
                        utf8("[" + JSON_GOOD + ",7,[1,[2]]," + JSON_OTHER + "]"),
                        2,
                        2,
                        false,
                        "2,,,It is no object"),
                taken(
                        "json",
                        "the same name twice",
                        utf8("[" + JSON_GOOD + "," + JSON_OTHER.replace("}", ",\"text\":\"No.\"}") + "]"),
                        1,
                        1,
                        true,
                        "2,Text,No.,It stands more than once"),
                taken(
                        "json",
                        "bytes of another charset",
                        latin("[" + JSON_GOOD + "," + JSON_OTHER.replace("Agreed", "Café") + "]"),
                        1,
                        1,
                        true,
                        "2,Text,Caf\uFFFD.,It holds bytes"),
                taken(
                        "json",
                        "a NUL by its escape",
                        utf8("[" + JSON_GOOD + "," + JSON_OTHER.replace("Agreed", "A\\u0000") + "]"),
                        1,
                        1,
                        true,
                        "2,Text,A\uFFFD.,It holds a NUL"),
                taken(
                        "json",
                        "nested very deeply",
                        utf8("[" + JSON_GOOD + "," + "{\"a\":".repeat(5000)),
                        1,
                        1,
                        false,
                        "2,,,\"From here on"),
                taken("json", "lists nested very deeply", utf8("[".repeat(100_000)), 0, 1, false, "1,,,\"From here on"),
                taken(
                        "json",
                        "a text of more than a million letters",
                        utf8("[" + JSON_GOOD + "," + JSON_OTHER.replace("Agreed", "x".repeat(1_100_000)) + "]"),
                        1,
                        1,
                        true,
                        "2,Text,xxx"),
                taken(
                        "json",
                        "a number of a thousand digits and more",
                        utf8("[" + JSON_GOOD + "," + JSON_OTHER.replace("\"GN9\"", "9".repeat(5000)) + "]"),
                        1,
                        1,
                        false,
                        "2,,,\"From here on"),
                taken(
                        "json",
                        "the year 1",
                        utf8("[" + JSON_GOOD + "," + JSON_OTHER.replace("13/11/2026", "01/01/0001") + "]"),
                        1,
                        1,
                        true,
                        "2,NoteDate,01/01/0001,"),
                taken(
                        "jsonl",
                        "a line that is no JSON",
                        utf8(JSON_GOOD + "\n{oh no\n" + JSON_OTHER + "\n"),
                        2,
                        1,
                        false,
                        "2,,,The line is not one JSON object."),
                taken(
                        "jsonl",
                        "two objects on a line",
                        utf8(JSON_GOOD + "\n" + JSON_OTHER + JSON_OTHER + "\n"),
                        1,
                        1,
                        true,
                        "2,,,The line is not one JSON object."),
                taken(
                        "jsonl",
                        "cut off",
                        utf8(JSON_GOOD + "\n" + JSON_OTHER.substring(0, 40)),
                        1,
                        1,
                        false,
                        "2,,,The line is not one JSON object."),
                taken("jsonl", "empty lines", utf8(JSON_GOOD + "\n\n  \r\n" + JSON_OTHER + "\n"), 2, 0, true, ""),
                taken(
                        "jsonl",
                        "a line of three million letters",
                        utf8(JSON_GOOD + "\n{\"Text\":\"" + "x".repeat(3_000_000) + "\"}\n" + JSON_OTHER + "\n"),
                        2,
                        1,
                        false,
                        "2,,,The line is longer than"));
    }

    @TempDir
    private Path home;

    @ParameterizedTest
    @MethodSource({"workbooks", "xml", "json"})
    void a_bad_file_ends_as_documented_and_the_next_good_one_is_taken(Dirt dirt) {
        Inbox inbox = new Inbox(home);
        inbox.take(NOTES, inbox.put(NOTES, "20261120T0500", dirt.extension(), dirt.bytes()));

        boolean refused = dirt.rejected() == REFUSED;
        boolean failed = refused || dirt.accepted() == 0;
        String name = NOTES.directory() + (failed ? "/.failed/" : "/.done/") + Inbox.DAY + "/ehm-notes-20261120T0500."
                + dirt.extension();
        boolean reported = refused || dirt.rejected() > 0;
        assertThat(inbox.files()).isEqualTo(reported ? List.of(name, name + ".report.csv") : List.of(name));
        if (reported) {
            assertThat(inbox.read(name + ".report.csv")
                            .lines()
                            .skip(1)
                            .findFirst()
                            .orElse(""))
                    .matches(line -> Stream.of(dirt.report().split("\\|")).anyMatch(line::contains), dirt.report());
        }
        if (refused) {
            assertThat(inbox.ledger.refusals).hasSize(1);
            assertThat(inbox.ledger.files).isEmpty();
        } else {
            assertThat(inbox.ledger.file().accepted).isEqualTo(dirt.accepted());
            assertThat(inbox.ledger.file().rejected).isEqualTo(dirt.rejected());
        }
        assertThat(inbox.ledger.watermark).isEqualTo(dirt.fresh() ? Instant.parse("2026-11-20T05:00:00Z") : null);

        inbox.take(NOTES, inbox.put(NOTES, Feeds.STAMP, "csv", utf8(file(NOTES, row(NOTES, "GN7")))));
        assertThat(inbox.ledger.notes).containsKey("GN7");
        assertThat(inbox.ledger.watermark).isEqualTo("2026-11-20T06:00:00Z");
    }

    private static Workbook book() {
        return new Workbook().texts(HEADINGS).texts(GOOD);
    }

    private static Workbook heading(String more) {
        return new Workbook()
                .texts(Stream.concat(HEADINGS.stream(), Stream.of(more)).toList());
    }

    private static byte[] manyHeadings() {
        var workbook = new Workbook();
        String[] cells = new String[1200];
        Arrays.setAll(cells, i -> text(i < HEADINGS.size() ? HEADINGS.get(i) : "More" + i));
        return workbook.cells("", cells).bytes();
    }

    /** A row whose note's date is this cell, behind a good one. */
    private static byte[] typedDate(String cell) {
        return book().cells("", text("GN2"), text("E1"), text("Note"), cell, text("M"), text("x"))
                .bytes();
    }

    private static List<String> changed(int at, String cell) {
        List<String> row = new java.util.ArrayList<>(GOOD);
        row.set(0, "GN2");
        row.set(at, cell);
        return row;
    }

    private static List<String> longer(List<String> row) {
        return Stream.concat(row.stream(), Stream.of("extra")).toList();
    }

    private static byte[] damaged(byte[] bytes) {
        byte[] copy = bytes.clone();
        Arrays.fill(copy, 60, copy.length / 2, (byte) 0x55);
        return copy;
    }

    /** The same archive, whose directory says of its first part that it unpacks to this many bytes. */
    private static byte[] declaring(byte[] bytes, int size) {
        byte[] copy = bytes.clone();
        ByteBuffer buffer = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        int at = buffer.getInt(copy.length - 6); // where the directory starts
        buffer.putInt(at + 24, size);
        return copy;
    }

    private static byte[] bomb() {
        return book().part("xl/media/image1.bin", "0".repeat(64 << 20)).bytes();
    }

    private static String bombXml(String root) {
        var text = new StringBuilder("<!DOCTYPE " + root + " [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 30; i++) {
            text.append("<!ENTITY l" + i + " '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        return text.append("]><" + root
                        + "><sheetData><row r='1'><c r='A1' t='str'><v>&l29;</v></c></row></sheetData></" + root + ">")
                .toString();
    }

    private static Dirt refused(String extension, String what, byte[] bytes, String report) {
        return new Dirt(what, extension, bytes, 0, REFUSED, false, report);
    }

    private static Dirt taken(
            String extension, String what, byte[] bytes, int accepted, int rejected, boolean fresh, String report) {
        return new Dirt(what, extension, bytes, accepted, rejected, fresh, report);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
