package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.intake.Rows.file;
import static org.stepbridge.intake.Rows.heading;
import static org.stepbridge.intake.Rows.row;

import java.io.ByteArrayOutputStream;
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

/** Bad files, each with the end that contract.md §2 gives it; the next good file is always taken. */
class DirtyFilesIT {
    private static final Feed NOTES = Feeds.notes();
    private static final Feed STEP_UPS = Feeds.stepUps();
    private static final Feed TRANSFERS = Feeds.transfers();

    /**
     * A bad file.
     *
     * @param accepted how many rows are taken in
     * @param rejected how many are not; -1 when the file is refused as a whole
     * @param fresh whether the file still counts as complete
     * @param report what the first line of its report says, or a part of it; empty when there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // is only read, never compared
    record Dirt(String what, Feed feed, byte[] bytes, int accepted, int rejected, boolean fresh, String report) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Dirt> dirt() {
        String good = row(NOTES, "GN1");
        String other = row(NOTES, "GN9", "EHMPersonID", "E9");
        String head = heading(NOTES);
        return Stream.of(
                refused("zero bytes", "", "1,,,\"Nothing is in the file, not even headings."),
                refused("only white space", "\r\n \r\n\t\n", "1,,,\"Nothing is in the file"),
                refused("only a byte order mark", "\uFEFF", "1,,,\"Nothing is in the file"),
                refused("no headings", good + other, "1,NoteID,,\"Headings are missing: NoteID, NoteType"),
                refused(
                        "a required heading missing",
                        file(NOTES, good).replace("AuthorRole", "Role"),
                        "1,AuthorRole,,Headings are missing: AuthorRole."),
                refused(
                        "two headings for one field",
                        file(NOTES, good).replace("Subject", "note text"),
                        "1,Text,,Two headings both mean Text."),
                refused(
                        "the same heading twice",
                        file(NOTES, good).replace("Subject", "TEXT"),
                        "1,Text,,Two headings both mean Text."),
                refused("another delimiter", file(NOTES, good).replace(',', ';'), "1,NoteID,,\"Headings are missing"),
                refused("UTF-16", file(NOTES, good).getBytes(StandardCharsets.UTF_16), "1,,"),
                refused(
                        "a spreadsheet's own format",
                        new byte[] {'P', 'K', 3, 4, 20, 0, 8, 8, 8, 0, (byte) 0xFF},
                        "1,,"),
                refused("rubbish throughout", bytes(5000, (byte) 0xFF), "1,,"),
                refused("a heading that never ends", "\"" + "x".repeat(3_000_000), "1,,,The headings cannot be read."),
                refused("a quote open in the headings", "NoteID,\"Text\r\n" + good, "1,,,The headings cannot be read."),
                notes("trailing empty rows", head + good + ",,,,,,,,,,,,,\r\n\r\n \r\n", 1, 0, true, ""),
                notes("empty cells behind the last heading", (head + good).replace("\r\n", ",,,\r\n"), 1, 0, true, ""),
                notes(
                        "mixed line breaks",
                        head.replace("\r\n", "\r") + good.replace("\r\n", "\n") + other,
                        2,
                        0,
                        true,
                        ""),
                notes("no line break at the end", head + good + other.strip(), 2, 0, true, ""),
                notes("an empty line before the headings", "\r\n" + head + good, 1, 0, true, ""),
                notes("no-break spaces around cells", head + good.replace("GN1", "\u00A0GN1\u00A0"), 1, 0, true, ""),
                notes(
                        "missing cells that no row needs",
                        "NoteID,NoteType,NoteDate,AuthorRole,Text,EHMPersonID,Subject\n"
                                .concat("GN1,General Note,01/11/2026,Manager,Agreed,E1\n"),
                        1,
                        0,
                        true,
                        ""),
                notes(
                        "missing cells that every row needs",
                        head + good + "GN2,E2,L2\r\n" + other,
                        2,
                        1,
                        true,
                        "3,NoteType,,"),
                notes(
                        "a line break without quotes in a note",
                        head + good.replace("\r\n", "\nfor now, but mum said no, so it was not\n") + other,
                        1,
                        2,
                        true,
                        "2,Text,\"Agreed, with care: \"\"both\"\" managers.\",\"What follows it is no row"),
                stepUps(
                        "a line break without quotes in a step-up",
                        row(STEP_UPS, "SU1").replaceFirst("Jo Bright", "Jo\nBright, of Broom Road")
                                + row(STEP_UPS, "SU2"),
                        2,
                        1,
                        "3,,Bright,\"It is no whole row"),
                notes(
                        "more cells than headings",
                        head + good + other.replace("\r\n", ",extra\r\n"),
                        1,
                        1,
                        true,
                        "3,,extra,It has more cells than there are headings."),
                notes(
                        "cut off in a quoted cell",
                        head + good + "GN2,E2,L2,,,,,General Note,01/11/2026,,,,,\"Agre",
                        1,
                        1,
                        false,
                        "3,Text,\"\"\"Agre\",The file ends inside a quoted cell."),
                notes(
                        "cut off in the middle of a row",
                        head + good + "GN2,E2,L2,,,,,General No",
                        1,
                        1,
                        false,
                        "3,,,The file ends inside this row."),
                notes("a quote never closed", head + good + "GN2,E2,L2,\"9434\r\n" + other, 2, 1, true, "3,NHSNumber,"),
                notes(
                        "text behind a closing quote",
                        head + good + "GN2,E2,L2,,\"A\"B,,,,,,,,,\r\n" + other,
                        2,
                        1,
                        true,
                        "3,Surname,"),
                notes(
                        "a quote opened before the child",
                        head + good + "\"GN2,E2,L2\r\nnothing like a row\r\n",
                        1,
                        1,
                        false,
                        "3,NoteID,"),
                notes(
                        "a NUL in a cell",
                        head + good + row(NOTES, "GN2", "Subject", "a\0b"),
                        1,
                        1,
                        true,
                        "3,Subject,a\uFFFDb,It holds a NUL character."),
                notes("a NUL for each other byte", head + good + "\0G\0N\0,\0E\r\n", 1, 1, false, "3,NoteID,"),
                notes(
                        "a cell of more than a million letters",
                        head + row(NOTES, "GN2", "Text", "x".repeat(1_100_000)) + good,
                        1,
                        1,
                        true,
                        "2,Text,xxx"),
                notes(
                        "a row of more than two million letters",
                        head + row(NOTES, "GN2", "Text", "x".repeat(2_300_000)) + good,
                        1,
                        1,
                        true,
                        "2,Text,xxx"),
                notes("very many cells", head + good + ",".repeat(100_000) + "x\r\n" + other, 2, 1, false, "3,"),
                notes(
                        "the year 1",
                        head + good + row(NOTES, "GN2", "NoteDate", "01/01/0001"),
                        1,
                        1,
                        true,
                        "3,NoteDate,"),
                notes(
                        "the year 9999",
                        head + good + row(NOTES, "GN2", "NoteDate", "31/12/9999"),
                        1,
                        1,
                        true,
                        "3,NoteDate,"),
                notes(
                        "the 31st of February",
                        head + good + row(NOTES, "GN2", "NoteDate", "31/02/2026"),
                        1,
                        1,
                        true,
                        "3,NoteDate,31/02/2026,"),
                notes(
                        "American dates",
                        head + good + row(NOTES, "GN2", "NoteDate", "11/13/2026"),
                        1,
                        1,
                        true,
                        "3,NoteDate,"),
                notes(
                        "a formula for a date",
                        head + good + row(NOTES, "GN2", "NoteDate", "=HYPERLINK(1)"),
                        1,
                        1,
                        true,
                        "3,NoteDate,'=HYPERLINK(1),"),
                notes(
                        "a bare surname in another charset",
                        concat(head + good, latin(row(NOTES, "GN2"))),
                        1,
                        1,
                        true,
                        "3,Surname,N\uFFFD\uFFFDez,It holds bytes that are not UTF-8."),
                notes(
                        "the only name of a child in another charset",
                        concat(
                                head + good,
                                latin(row(NOTES, "GN2", "EHMPersonID", "", "LCSPersonID", "", "NHSNumber", ""))),
                        1,
                        1,
                        false,
                        "3,Surname,"),
                notes(
                        "overlong UTF-8",
                        concat(head + good, concat("GN2,E2,", new byte[] {(byte) 0xC0, (byte) 0xAF, '\n'})),
                        1,
                        1,
                        true,
                        "3,LCSPersonID,"),
                notes(
                        "half a character at the end",
                        concat(head + good + "GN2,E2,L2,,,,,Note,01/11/2026,,,Manager,,Caf", new byte[] {(byte) 0xC3}),
                        1,
                        1,
                        false,
                        "3,Text,Caf\uFFFD,It holds bytes that are not UTF-8."),
                notes(
                        "an id in scientific notation",
                        head + good + row(NOTES, "GN2", "LCSPersonID", "1.23E+09"),
                        1,
                        1,
                        true,
                        "3,LCSPersonID,1.23E+09,"),
                notes("the same note twice", head + good + good, 1, 0, true, ""),
                stepUps(
                        "a step-up without its id",
                        row(STEP_UPS, "SU1") + row(STEP_UPS, "NULL"),
                        1,
                        1,
                        "3,StepUpID,NULL,"),
                stepUps("a step-up cut off", row(STEP_UPS, "SU1") + "SU2,E2,L2", 1, 1, "3,,,The file ends inside"),
                stepUps(
                        "a step-up with impossible dates",
                        row(STEP_UPS, "SU1", "RequestedAt", "99/99/9999 99:99"),
                        1,
                        0,
                        ""),
                new Dirt(
                        "a transfer with an impossible date",
                        TRANSFERS,
                        utf8(file(
                                TRANSFERS, row(TRANSFERS, "TR1"), row(TRANSFERS, "TR2", "DateOfBirth", "30/02/2018"))),
                        1,
                        1,
                        false,
                        "3,DateOfBirth,30/02/2018,"));
    }

    @TempDir
    private Path home;

    @ParameterizedTest
    @MethodSource("dirt")
    void a_bad_file_ends_as_documented_and_the_next_good_one_is_taken(Dirt dirt) {
        Inbox inbox = new Inbox(home);
        inbox.take(dirt.feed(), inbox.put(dirt.feed(), "20261120T0500", dirt.bytes()));

        boolean refused = dirt.rejected() < 0;
        String folder = dirt.feed().directory() + (refused ? "/.failed/" : "/.done/") + Inbox.DAY + "/";
        String name = Feeds.name(dirt.feed(), "20261120T0500");
        List<String> files = dirt.report().isEmpty()
                ? List.of(folder + name)
                : List.of(folder + name, folder + name + ".report.csv");
        assertThat(inbox.files()).isEqualTo(files);
        if (!dirt.report().isEmpty()) {
            assertThat(inbox.read(files.get(1))).startsWith("Row,Column,Value,Problem\r\n" + dirt.report());
        }
        if (refused) {
            assertThat(inbox.ledger.refusals).hasSize(1);
            assertThat(inbox.ledger.files).isEmpty();
        } else {
            assertThat(inbox.ledger.file().accepted).isEqualTo(dirt.accepted());
            assertThat(inbox.ledger.file().rejected).isEqualTo(dirt.rejected());
        }
        assertThat(inbox.ledger.watermark).isEqualTo(dirt.fresh() ? Instant.parse("2026-11-20T05:00:00Z") : null);

        inbox.take(NOTES, inbox.put(NOTES, file(NOTES, row(NOTES, "GN7"))));
        assertThat(inbox.ledger.notes).containsKey("GN7");
        assertThat(inbox.ledger.watermark).isEqualTo("2026-11-20T06:00:00Z");
    }

    private static Dirt refused(String what, String text, String report) {
        return refused(what, utf8(text), report);
    }

    private static Dirt refused(String what, byte[] bytes, String report) {
        return new Dirt(what, NOTES, bytes, 0, -1, false, report);
    }

    private static Dirt notes(String what, String text, int accepted, int rejected, boolean fresh, String report) {
        return notes(what, utf8(text), accepted, rejected, fresh, report);
    }

    private static Dirt notes(String what, byte[] bytes, int accepted, int rejected, boolean fresh, String report) {
        return new Dirt(what, NOTES, bytes, accepted, rejected, fresh, report);
    }

    private static Dirt stepUps(String what, String rows, int accepted, int rejected, String report) {
        return new Dirt(what, STEP_UPS, utf8(heading(STEP_UPS) + rows), accepted, rejected, false, report);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] concat(String text, byte[] bytes) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(utf8(text));
        all.writeBytes(bytes);
        return all.toByteArray();
    }

    private static byte[] bytes(int count, byte value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
