package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileFormat;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.Findings.Absent;
import org.stepbridge.casework.Findings.Unused;
import org.stepbridge.casework.Layout;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Mapping.Codes;
import org.stepbridge.casework.Mapping.Column;
import org.stepbridge.casework.Mapping.Headers;
import org.stepbridge.casework.Mapping.Others;
import org.stepbridge.model.Flag;

/** What a council may say in its feeds about how its exports are written. */
class MappingLanguageIT {
    private static final Feed TRANSFERS = Feeds.transfers();

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void a_charset_that_is_asked_for_is_found(String charset) {
        Feed feed = with(layout(null, ','), TRANSFERS.mapping().columns());

        take(feed, Rows.file(feed, Rows.row(feed, "TR1")).getBytes(Charset.forName(charset)));

        assertThat(inbox().requests.get("TR1").child().surname()).isEqualTo("Núñez");
        assertThat(inbox().file().findings.charset()).isEqualTo(charset);
        assertThat(inbox().file().findings.delimiter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"';'", "'|'", "'\t'", "','"})
    void a_delimiter_that_is_asked_for_is_found_by_the_headings(char delimiter) {
        Feed feed =
                with(layout(StandardCharsets.UTF_8, null), TRANSFERS.mapping().columns());

        take(
                feed,
                Rows.file(feed, Rows.row(feed, "TR1")).replace(',', delimiter).getBytes(StandardCharsets.UTF_8));

        assertThat(inbox().requests.get("TR1").child().surname()).isEqualTo("Núñez");
        assertThat(inbox().file().findings.delimiter()).isEqualTo(String.valueOf(delimiter));
        assertThat(inbox().file().findings.unused()).isEmpty();
    }

    @Test
    void any_single_character_may_part_cells() {
        Feed feed =
                with(layout(StandardCharsets.UTF_8, '~'), TRANSFERS.mapping().columns());

        take(feed, Rows.file(feed, Rows.row(feed, "TR1")).replace(',', '~').getBytes(StandardCharsets.UTF_8));

        assertThat(inbox().requests).containsKey("TR1");
    }

    @Test
    void a_heading_may_be_known_by_what_it_looks_like() {
        Feed feed = with(
                TRANSFERS.mapping().layout(),
                changed(
                        "locality",
                        column -> new Column(
                                column.field(),
                                new Headers(
                                        List.of("Area"),
                                        List.of(Pattern.compile("locality( \\d+)?", Pattern.CASE_INSENSITIVE))),
                                column.type(),
                                column.patterns(),
                                false,
                                column.codes())));

        take(
                feed,
                Rows.file(TRANSFERS, Rows.row(TRANSFERS, "TR1"))
                        .replace("Locality", "LOCALITY 2026")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(inbox().requests.get("TR1").locality()).isEqualTo("North");
    }

    @ParameterizedTest
    @EnumSource(Others.class)
    void a_cell_that_is_no_code_is_kept_left_out_or_rejected(Others others) {
        Feed feed = with(
                TRANSFERS.mapping().layout(),
                changed(
                        "planType",
                        column -> new Column(
                                column.field(),
                                column.headers(),
                                column.type(),
                                column.patterns(),
                                false,
                                new Codes(Map.of("c", "CIN"), others))));

        take(
                feed,
                Rows.file(feed, Rows.row(feed, "TR1", "PlanType", "C"), Rows.row(feed, "TR2", "PlanType", "X"))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(inbox().requests.get("TR1").details().text("planType")).isEqualTo("CIN");
        switch (others) {
            case KEEP ->
                assertThat(inbox().requests.get("TR2").details().text("planType"))
                        .isEqualTo("X");
            case LEAVE_OUT -> {
                assertThat(inbox().requests.get("TR2").details().text("planType"))
                        .isEmpty();
                assertThat(inbox().requestRows.get(1).flags())
                        .extracting(Flag::code)
                        .containsExactly("code-unknown");
            }
            case REJECT -> {
                assertThat(inbox().requests).containsOnlyKeys("TR1");
                assertThat(inbox().file().rejectedRows.get(0).column()).isEqualTo("PlanType");
            }
        }
    }

    @Test
    void a_field_may_be_computed_from_others() {
        Mapping mapping = TRANSFERS.mapping();
        Feed feed = Feeds.with(
                TRANSFERS,
                new Mapping(
                        mapping.layout(),
                        mapping.nullWords(),
                        mapping.columns(),
                        mapping.fixed(),
                        Map.of(
                                "area",
                                row -> row.apply("locality") + " " + row.apply("requestedAt") + row.apply("nowhere"))));

        take(feed, Rows.file(feed, Rows.row(feed, "TR1")).getBytes(StandardCharsets.UTF_8));

        assertThat(inbox().requests.get("TR1").details().text("area")).isEqualTo("North 2026-11-16T10:00");
    }

    @Test
    void times_that_come_twice_or_never_are_read_and_people_are_told_how() {
        Feed feed = Feeds.stepUps();

        take(
                feed,
                Rows.file(
                                feed,
                                Rows.row(feed, "SU1", "RequestedAt", "25/10/2026 01:30"),
                                Rows.row(feed, "SU2", "RequestedAt", "29/03/2026 01:30"))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(inbox().requests.get("SU1").requestedAt()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(inbox().requests.get("SU2").requestedAt()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(inbox().requestRows)
                .allSatisfy(
                        row -> assertThat(row.flags()).extracting(Flag::code).contains("time-in-doubt"));
    }

    @Test
    void identifiers_whose_check_is_wrong_warn_and_leave_the_matching_and_cost_no_request() {
        take(
                TRANSFERS,
                Rows.file(
                                TRANSFERS,
                                Rows.row(TRANSFERS, "TR1", "NHSNumber", "9912003814", "UPN", "R247962919251"),
                                Rows.row(TRANSFERS, "TR2", "NHSNumber", "943 476 5919", "UPN", "A950000178301"))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(inbox().requests.get("TR1").child().nhs()).isNull();
        assertThat(inbox().requests.get("TR1").child().upn()).isNull();
        assertThat(inbox().requestRows.get(0).flags())
                .extracting(Flag::code)
                .containsExactly("nhs-number-check", "upn-check");
        assertThat(inbox().requests.get("TR2").child().nhs()).isNotNull();
        assertThat(inbox().requests.get("TR2").child().upn()).isNotNull();
        assertThat(inbox().requestRows.get(1).flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "json, '{\"meta\":{\"n\":1},\"Data\":{\"rows\":[{\"id\":\"N1\",\"who\":{\"ehm id\":5},\"day\":\"2026-11-13\",\"t\":[\"a\",\"b\"]}]},\"end\":[]}', data/rows",
        "xml, '<Export><Meta><Row/></Meta><Rows><Row id=\"N1\"><Who EHM-ID=\"5\"/><Day>2026-11-13</Day><T>a|b</T></Row></Rows></Export>', Export/Rows/Row",
        "xml, '<e:Export xmlns:e=\"urn:e\"><e:Row id=\"N1\"><Who EHM-ID=\"5\"/><Day>2026-11-13</Day><T>a|b</T></e:Row></e:Export>', Row"
    })
    void rows_and_values_may_lie_deeper_in_a_file(String extension, String text, String rows) {
        List<Column> columns = List.of(
                column("noteId", Mapping.Type.TEXT, "id", "@id"),
                column("ehmPersonId", Mapping.Type.TEXT, "Who/EHM ID", "Who/@EHM ID"),
                column("noteDate", Mapping.Type.DATE, "Day"),
                column("text", Mapping.Type.TEXT, "T"));
        Layout usual = Layout.text(StandardCharsets.UTF_8, ',');
        Feed feed = with(
                Feeds.notes(),
                new Layout(
                        FileFormat.valueOf(extension.toUpperCase(java.util.Locale.ROOT)),
                        usual.text(),
                        usual.sheet(),
                        rows),
                columns);

        take(feed, text.getBytes(StandardCharsets.UTF_8));

        assertThat(inbox().notes.get("N1").text()).isEqualTo("a|b");
        assertThat(inbox().notes.get("N1").child().ehm()).isNotNull();
        assertThat(inbox().file().rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "<Export><Rows><Row><id>N1</id></Row></Rows></Export>, 1",
        "<Export><Rows/><Made>2026-11-20</Made></Export>, 0"
    })
    void rows_that_lie_elsewhere_than_the_feed_says_are_not_taken_for_none(String text, long rejected) {
        Layout usual = Layout.text(StandardCharsets.UTF_8, ',');
        Feed feed = with(
                Feeds.notes(),
                new Layout(FileFormat.XML, usual.text(), usual.sheet(), "Export/Row"),
                List.of(column("noteId", Mapping.Type.TEXT, "id")));

        take(feed, text.getBytes(StandardCharsets.UTF_8));

        assertThat(inbox().file().rejected).isEqualTo(rejected);
    }

    @Test
    void names_in_records_that_mean_no_column_are_kept_with_the_missing_column_they_are_nearest_to() {
        List<Column> columns = List.of(
                column("noteId", Mapping.Type.TEXT, "NoteID"),
                column("author", Mapping.Type.TEXT, "Writer", "Author"),
                column("subject", Mapping.Type.TEXT, "Subject"));
        Feed feed = with(
                Feeds.notes(),
                new Layout(
                        FileFormat.JSON,
                        layout(StandardCharsets.UTF_8, ',').text(),
                        layout(null, ',').sheet(),
                        ""),
                columns);

        take(
                feed,
                "[{\"NoteID\":\"N1\",\"Autor\":\"J\"},{\"NoteID\":\"N2\",\"Colour\":\"b\"}]"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(inbox().file().findings.unused())
                .containsExactly(new Unused("Autor", "Writer"), new Unused("Colour", ""));
        assertThat(inbox().file().findings.absent())
                .containsExactly(new Absent("Writer", false, "Autor"), new Absent("Subject", false, ""));
    }

    @Test
    void a_file_without_headings_leaves_nothing_of_its_first_row_behind() {
        take(TRANSFERS, "TR1,Co-working,Núñez,Ana\nTR2,Co-working,Smith,Jo\n".getBytes(StandardCharsets.UTF_8));

        assertThat(inbox().refusals).singleElement().asString().doesNotContain("Núñez", "Ana");
        assertThat(inbox().refusedFindings).containsExactly(Findings.NONE);
    }

    private @org.jspecify.annotations.Nullable Inbox inbox;

    private RecordingLedger inbox() {
        return java.util.Objects.requireNonNull(inbox).ledger;
    }

    private void take(Feed feed, byte[] bytes) {
        inbox = new Inbox(home);
        inbox.take(feed, inbox.put(feed, bytes));
    }

    private static Column column(String field, Mapping.Type type, String... headings) {
        return new Column(
                field,
                Headers.of(headings),
                type,
                type == Mapping.Type.TEXT ? List.of() : Feeds.DAYS,
                false,
                Codes.NONE);
    }

    private static List<Column> changed(String field, java.util.function.UnaryOperator<Column> change) {
        List<Column> columns = new ArrayList<>(TRANSFERS.mapping().columns());
        columns.replaceAll(column -> column.field().equals(field) ? change.apply(column) : column);
        return columns;
    }

    private static Layout layout(
            @org.jspecify.annotations.Nullable Charset charset,
            @org.jspecify.annotations.Nullable Character delimiter) {
        return Layout.text(charset, delimiter);
    }

    private static Feed with(Layout layout, List<Column> columns) {
        return with(TRANSFERS, layout, columns);
    }

    private static Feed with(Feed feed, Layout layout, List<Column> columns) {
        Mapping mapping = feed.mapping();
        return Feeds.with(feed, new Mapping(layout, mapping.nullWords(), columns, mapping.fixed()));
    }
}
