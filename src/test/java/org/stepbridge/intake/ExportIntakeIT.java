package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.stepbridge.intake.Rows.file;
import static org.stepbridge.intake.Rows.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.model.Child;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.FamilyEpisode;
import org.stepbridge.model.Flag;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.Note;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;

class ExportIntakeIT {
    private static final Feed TRANSFERS = Feeds.transfers();
    private static final Feed STEP_UPS = Feeds.stepUps();
    private static final Feed NOTES = Feeds.notes();
    private static final Instant EXTRACTED = Instant.parse("2026-11-20T06:00:00Z");

    @TempDir
    private Path home;

    private Inbox inbox;

    @BeforeEach
    void inbox() {
        inbox = new Inbox(home);
    }

    @Test
    void a_transfer_becomes_a_request_with_all_it_says() {
        take(
                TRANSFERS,
                file(TRANSFERS, row(TRANSFERS, "TR1", "WorkRequired", "Routines,\nbedtimes", "UPN", "A950000178301")));

        Request request = inbox.ledger.request("TR1");
        assertThat(request.source()).isEqualTo(SourceSystem.LCS);
        assertThat(request.type()).isEqualTo("co-working");
        assertThat(request.locality()).isEqualTo("North");
        assertThat(request.requestedAt()).isEqualTo("2026-11-16T10:00:00Z");
        assertThat(request.child().lcs()).isEqualTo(new LcsId("L5000001"));
        assertThat(request.child().ehm()).isEqualTo(new EhmId("E2000001"));
        assertThat(request.child().nhs()).isEqualTo(new NhsNumber("9434765919"));
        assertThat(request.child().upn()).isNotNull();
        assertThat(request.child().surname()).isEqualTo("Núñez");
        assertThat(request.child().dateOfBirth()).isEqualTo("2018-03-01");
        assertThat(request.details().fields())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "typeAsExported", "Co-working", "evidenceBased", "N", "workRequired", "Routines,\nbedtimes"));
        assertThat(inbox.ledger.requestRows.get(0).flags()).isEmpty();
        assertThat(inbox.ledger.requestRows.get(0).row()).isEqualTo(2);
    }

    @Test
    void a_step_up_has_the_type_that_its_feed_fixes_and_its_times_in_iso() {
        take(STEP_UPS, file(STEP_UPS, row(STEP_UPS, "SU1", "AgreedAt", "16/07/2026 09:30")));

        Request request = inbox.ledger.request("SU1");
        assertThat(request.source()).isEqualTo(SourceSystem.EHM);
        assertThat(request.type()).isEqualTo("step-up");
        assertThat(request.details().text("agreedAt")).isEqualTo("2026-07-16T09:30");
    }

    @Test
    void a_note_becomes_a_note_and_the_watermark_moves_to_the_extract_time() {
        take(NOTES, file(NOTES, row(NOTES, "GN1")));

        Note note = inbox.ledger.note("GN1");
        assertThat(note.type()).isEqualTo("General Note");
        assertThat(note.date()).isEqualTo(LocalDate.of(2026, 11, 13));
        assertThat(note.recordedAt()).isEqualTo("2026-11-13T16:20:00Z");
        assertThat(note.authorRole()).isEqualTo("Early Help Locality Manager");
        assertThat(note.text()).isEqualTo("Agreed, with care: \"both\" managers.");
        assertThat(note.problem()).isNull();
        assertThat(inbox.ledger.watermark).isEqualTo(EXTRACTED);
        assertThat(inbox.ledger.file().arrival.extractedAt()).isEqualTo(EXTRACTED);
        assertThat(inbox.ledger.file().arrival.deliveredBy()).isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void a_file_that_was_read_is_moved_to_done_under_the_day_and_nothing_else_is_left() {
        take(NOTES, file(NOTES, row(NOTES, "GN1")));

        assertThat(inbox.files()).containsExactly("inbox/shire/ehm/.done/20261120/ehm-notes-20261120T0600.csv");
        assertThat(inbox.ledger.file().state).isEqualTo("done");
    }

    @Test
    void a_later_file_of_the_same_name_is_read_and_both_are_kept() {
        take(NOTES, file(NOTES, row(NOTES, "GN1")));
        take(NOTES, file(NOTES, row(NOTES, "GN1"), row(NOTES, "GN2")));
        take(NOTES, file(NOTES, row(NOTES, "GN1"), row(NOTES, "GN2")));

        String done = "inbox/shire/ehm/.done/20261120/ehm-notes-20261120T0600";
        assertThat(inbox.files()).containsExactly(done + "-2.csv", done + "-3.csv", done + ".csv");
        assertThat(inbox.ledger.files).extracting(file -> file.accepted).containsExactly(1L, 1L, 0L);
        assertThat(inbox.ledger.files).extracting(file -> file.repeated).containsExactly(0L, 1L, 2L);
    }

    @Test
    void the_day_of_the_folder_is_the_authoritys_not_greenwichs() {
        inbox.now = Instant.parse("2026-06-30T23:30:00Z");
        inbox.take(
                NOTES,
                inbox.put(NOTES, "20260630T0600", file(NOTES, row(NOTES, "GN1")).getBytes(StandardCharsets.UTF_8)));

        assertThat(inbox.files().get(0)).contains("/.done/20260701/");
    }

    @Test
    void a_bad_row_goes_to_the_report_and_the_good_rows_go_on() {
        take(
                TRANSFERS,
                file(
                        TRANSFERS,
                        row(TRANSFERS, "TR1"),
                        row(TRANSFERS, "TR2", "RequestedAt", "31/02/2026 10:00", "DateOfBirth", "=cmd()"),
                        row(TRANSFERS, "TR3")));

        assertThat(inbox.ledger.requests).containsOnlyKeys("TR1", "TR3");
        assertThat(inbox.ledger.file().accepted).isEqualTo(2);
        assertThat(inbox.ledger.file().rejected).isEqualTo(1);
        assertThat(inbox.read("inbox/shire/lcs/.done/20261120/lcs-transfers-20261120T0600.csv.report.csv"))
                .isEqualTo("Row,Column,Value,Problem\r\n"
                        + "3,DateOfBirth,'=cmd(),\"It is not a real date, or not written like dd/MM/yyyy.\"\r\n"
                        + "3,RequestedAt,31/02/2026 10:00,\"It is not a real date, or not written like dd/MM/yyyy"
                        + " HH:mm.\"\r\n");
    }

    @Test
    void a_transfer_without_what_every_row_needs_is_rejected() {
        take(
                TRANSFERS,
                file(
                        TRANSFERS,
                        row(TRANSFERS, ""),
                        row(TRANSFERS, "TR2", "TransferType", "NULL"),
                        row(TRANSFERS, "TR3", "RequestedAt", "-1"),
                        row(TRANSFERS, "TR4")));

        assertThat(inbox.ledger.requests).containsOnlyKeys("TR4");
        assertThat(inbox.ledger.file().rejectedRows)
                .extracting(RejectedRow::row, RejectedRow::column)
                .containsExactly(tuple(2L, "TransferID"), tuple(3L, "TransferType"), tuple(4L, "RequestedAt"));
    }

    @Test
    void a_type_that_the_mapping_does_not_know_is_left_for_a_person_to_see() {
        take(
                TRANSFERS,
                file(
                        TRANSFERS,
                        row(TRANSFERS, "TR1", "TransferType", "Swap"),
                        row(TRANSFERS, "TR2", "TransferType", "CO-WORKING")));

        assertThat(inbox.ledger.request("TR1").type()).isEmpty();
        assertThat(inbox.ledger.request("TR1").details().text("type")).isEqualTo("Swap");
        assertThat(inbox.ledger.request("TR2").type()).isEqualTo("co-working");
        assertThat(inbox.ledger.request("TR2").details().text("type")).isEmpty();
    }

    @Test
    void an_identifier_with_a_bad_check_is_a_flag_and_not_used() {
        take(TRANSFERS, file(TRANSFERS, row(TRANSFERS, "TR1", "NHSNumber", "9434765918", "UPN", "R247962919251")));

        Request request = inbox.ledger.request("TR1");
        assertThat(request.child().nhs()).isNull();
        assertThat(request.child().upn()).isNull();
        assertThat(request.details().text("nhsNumber")).isEqualTo("9434765918");
        assertThat(request.details().text("upn")).isEqualTo("R247962919251");
        assertThat(inbox.ledger.requestRows.get(0).flags())
                .extracting(Flag::code)
                .containsExactly("nhs-number-check", "upn-check");
    }

    @Test
    void a_code_for_why_the_pupil_number_is_unknown_is_no_bad_number() {
        take(TRANSFERS, file(TRANSFERS, row(TRANSFERS, "TR1", "UPN", "UN3")));

        assertThat(inbox.ledger.requestRows.get(0).flags()).isEmpty();
    }

    @Test
    void numbers_that_a_spreadsheet_has_touched_are_mended_or_refused() {
        take(
                TRANSFERS,
                file(
                        TRANSFERS,
                        row(TRANSFERS, "1001.0", "LCSPersonID", "5000001.00", "NHSNumber", "9434765919.0"),
                        row(TRANSFERS, "1002", "LCSPersonID", "1.23E+09")));

        Request request = inbox.ledger.request("1001");
        assertThat(request.child().lcs()).isEqualTo(new LcsId("5000001"));
        assertThat(request.child().nhs()).isNotNull();
        assertThat(inbox.ledger.requests).doesNotContainKey("1002");
    }

    @Test
    void a_step_up_with_bad_dates_is_taken_in_and_says_so() {
        take(
                STEP_UPS,
                file(
                        STEP_UPS,
                        row(
                                STEP_UPS,
                                "SU1",
                                "RequestedAt",
                                "30/02/2026 10:00",
                                "DateOfBirth",
                                "1/1/18",
                                "AgreedAt",
                                "soon")));

        Request request = inbox.ledger.request("SU1");
        assertThat(request.requestedAt()).isNull();
        assertThat(request.child().dateOfBirth()).isNull();
        assertThat(request.details().fields())
                .containsEntry("requestedAt", "30/02/2026 10:00")
                .containsEntry("dateOfBirth", "1/1/18")
                .containsEntry("agreedAt", "soon");
        assertThat(inbox.ledger.requestRows.get(0).flags())
                .extracting(Flag::code)
                .containsExactly("date-unreadable", "date-unreadable", "date-unreadable");
        assertThat(inbox.ledger.requestRows.get(0).flags().toString()).doesNotContain("30/02", "1/1/18", "soon");
    }

    @Test
    void a_step_up_without_its_time_is_taken_in_and_says_so() {
        take(STEP_UPS, file(STEP_UPS, row(STEP_UPS, "SU1", "RequestedAt", "")));

        assertThat(inbox.ledger.request("SU1").requestedAt()).isNull();
        assertThat(inbox.ledger.requestRows.get(0).flags())
                .extracting(Flag::code)
                .containsExactly("field-missing");
    }

    @Test
    void a_step_up_that_cannot_be_taken_apart_reaches_the_ledger_as_rejected_with_its_id() {
        take(
                STEP_UPS,
                file(
                        STEP_UPS,
                        row(STEP_UPS, "SU1"),
                        "SU2,E2,L2,\"9434765919\"x,rest\r\n",
                        row(STEP_UPS, ""),
                        row(STEP_UPS, "SU4")));

        assertThat(inbox.ledger.requests).containsOnlyKeys("SU1", "SU4");
        assertThat(inbox.ledger.file().rejectedRows)
                .extracting(RejectedRow::row, RejectedRow::sourceId)
                .containsExactly(tuple(3L, "SU2"), tuple(4L, ""));
    }

    @Test
    void a_broken_note_row_that_names_a_child_is_kept_as_a_broken_note_and_the_watermark_moves() {
        take(NOTES, file(NOTES, row(NOTES, "GN1"), row(NOTES, "", "NoteDate", "31/11/2026")));

        Note broken = inbox.ledger.notes.values().stream()
                .filter(note -> note.problem() != null)
                .findFirst()
                .orElseThrow();
        assertThat(broken.noteId())
                .isEqualTo("row-3-" + inbox.ledger.file().arrival.contentHash().substring(0, 12));
        assertThat(broken.child().ehm()).isEqualTo(new EhmId("E2000001"));
        assertThat(broken.date()).isNull();
        assertThat(broken.problem()).doesNotContain("31/11");
        assertThat(inbox.ledger.watermark).isEqualTo(EXTRACTED);
        assertThat(inbox.ledger.file().trouble).isEmpty();
    }

    @Test
    void a_note_row_that_names_nobody_stops_the_watermark() {
        String nobody =
                row(NOTES, "GN2", "EHMPersonID", "", "LCSPersonID", "-1", "NHSNumber", "9434765918", "DateOfBirth", "");
        take(NOTES, file(NOTES, row(NOTES, "GN1"), nobody));

        assertThat(inbox.ledger.watermark).isNull();
        assertThat(inbox.ledger.file().trouble).isEqualTo("row 3 names no child that could be read");
        assertThat(inbox.ledger.notes).containsOnlyKeys("GN1");
        assertThat(inbox.ledger.file().rejected).isEqualTo(1);
    }

    @Test
    void a_note_with_only_a_name_and_a_date_of_birth_is_taken_in() {
        take(NOTES, file(NOTES, row(NOTES, "GN1", "EHMPersonID", "", "LCSPersonID", "", "NHSNumber", "")));

        assertThat(inbox.ledger.note("GN1").child().identified()).isFalse();
        assertThat(inbox.ledger.watermark).isEqualTo(EXTRACTED);
    }

    @Test
    void an_extract_time_from_the_future_never_moves_the_watermark() {
        inbox.now = EXTRACTED.minusSeconds(301);
        take(NOTES, file(NOTES, row(NOTES, "GN1")));

        assertThat(inbox.ledger.watermark).isNull();
        assertThat(inbox.ledger.file().trouble).contains("future");
        assertThat(inbox.ledger.notes).containsOnlyKeys("GN1");
    }

    @Test
    void clocks_may_differ_by_five_minutes() {
        inbox.now = EXTRACTED.minusSeconds(300);
        take(NOTES, file(NOTES, row(NOTES, "GN1")));

        assertThat(inbox.ledger.watermark).isEqualTo(EXTRACTED);
    }

    @Test
    void a_file_with_headings_only_means_nothing_happened_where_the_feed_says_so() {
        take(NOTES, file(NOTES));

        assertThat(inbox.ledger.watermark).isEqualTo(EXTRACTED);
        assertThat(inbox.ledger.file().trouble).isEmpty();
    }

    @Test
    void a_file_with_headings_only_proves_nothing_elsewhere() {
        take(Feeds.neverEmpty(NOTES), file(NOTES));

        assertThat(inbox.ledger.watermark).isNull();
        assertThat(inbox.ledger.file().trouble).isEqualTo("the file has headings but no rows");
        assertThat(inbox.files()).singleElement().asString().contains("/.done/");
    }

    @Test
    void a_file_of_which_no_row_can_be_read_fails_and_never_moves_the_watermark() {
        take(NOTES, file(NOTES, row(NOTES, "GN1", "NoteDate", "never"), row(NOTES, "GN2", "NoteDate", "never")));

        assertThat(inbox.files())
                .allMatch(file -> file.contains("/.failed/20261120/"))
                .hasSize(2);
        assertThat(inbox.ledger.watermark).isNull();
        assertThat(inbox.ledger.file().rejected).isEqualTo(2);
        assertThat(inbox.ledger.notes.values()).allMatch(note -> note.problem() != null);
    }

    @Test
    void an_id_that_stands_twice_ends_the_batch_so_that_both_versions_are_kept_in_order() {
        take(
                TRANSFERS,
                file(
                        TRANSFERS,
                        row(TRANSFERS, "TR1", "WorkRequired", "first"),
                        row(TRANSFERS, "TR2"),
                        row(TRANSFERS, "TR1", "WorkRequired", "second"),
                        row(TRANSFERS, "TR1", "WorkRequired", "third")));

        assertThat(inbox.ledger.file().batches).containsExactly(2, 1, 1);
        assertThat(inbox.ledger.requestRows)
                .extracting(row -> row.request().details().text("workRequired"))
                .containsExactly("first", "", "second", "third");
    }

    @Test
    void batches_are_of_five_hundred_requests() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            rows.add(row(TRANSFERS, "TR" + i));
        }
        take(TRANSFERS, file(TRANSFERS, rows.toArray(String[]::new)));

        assertThat(inbox.ledger.file().batches).containsExactly(500, 500, 1);
    }

    @Test
    void times_that_the_clocks_skip_or_repeat_are_resolved_and_say_so() {
        take(
                TRANSFERS,
                file(
                        TRANSFERS,
                        row(TRANSFERS, "TR1", "RequestedAt", "29/03/2026 01:30"),
                        row(TRANSFERS, "TR2", "RequestedAt", "25/10/2026 01:30")));

        assertThat(inbox.ledger.request("TR1").requestedAt()).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(inbox.ledger.request("TR2").requestedAt()).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(inbox.ledger.requestRows)
                .allSatisfy(
                        row -> assertThat(row.flags()).extracting(Flag::code).containsExactly("time-in-doubt"));
    }

    @Test
    void a_file_larger_than_any_export_is_refused_with_the_limit_and_how_to_raise_it() {
        inbox.largest = DataSize.ofBytes(100);
        take(NOTES, file(NOTES, row(NOTES, "GN1"), row(NOTES, "GN2"), row(NOTES, "GN3")));

        assertThat(inbox.ledger.refusals)
                .singleElement()
                .satisfies(why -> assertThat(why)
                        .containsPattern("The file has \\d+ bytes and may have 100 \\(stepbridge.intake.largest\\)"));
        assertThat(inbox.files()).anyMatch(name -> name.contains(".failed/"));
        assertThat(inbox.ledger.notes).isEmpty();

        inbox.largest = DataSize.ofGigabytes(4);
        take(NOTES, file(NOTES, row(NOTES, "GN1")));
        assertThat(inbox.ledger.notes).hasSize(1);
    }

    @Test
    void a_note_on_a_family_s_episode_names_no_child_and_is_taken_in() {
        Feed notes = Feeds.familyNotes();
        take(
                notes,
                file(
                        notes,
                        row(
                                notes,
                                "GN1",
                                "EpisodeID",
                                "F77",
                                "EHMPersonID",
                                "",
                                "LCSPersonID",
                                "",
                                "NHSNumber",
                                "",
                                "Surname",
                                "",
                                "Forename",
                                "",
                                "DateOfBirth",
                                ""),
                        row(notes, "GN2", "EpisodeID", "F77")));

        Child family = inbox.ledger.notes.get("GN1").child();
        assertThat(family.wholeFamily()).isTrue();
        assertThat(family.family()).isEqualTo(new FamilyEpisode("F77"));
        assertThat(inbox.ledger.notes.get("GN2").child().wholeFamily()).isFalse();
    }

    @Test
    void what_is_in_doubt_in_notes_stands_in_the_record_of_their_file() {
        take(
                NOTES,
                file(
                        NOTES,
                        row(NOTES, "GN1", "RecordedAt", "25/10/2026 01:30"),
                        row(NOTES, "GN2", "RecordedAt", "25/10/2026 01:45"),
                        row(NOTES, "GN3", "NHSNumber", "9000000000")));

        assertThat(inbox.ledger.file().findings.doubts())
                .containsExactly(
                        new Findings.Doubt(
                                "RecordedAt is a time that comes twice when the clocks go back; it is read as the"
                                        + " first.",
                                2),
                        new Findings.Doubt(
                                "The NHS number given is not a valid one, so it was not used to match the child with"
                                        + " notes.",
                                1));
    }

    @Test
    void columns_may_come_in_any_order_under_other_names_with_unknown_ones_between() {
        String text = """
                text;Shoe Size;NOTE_ID;ehm-person-id;Note Date; note type ;AUTHORROLE
                "Agreed; yes";38;GN1;E1;2026-11-13;General Note;Manager
                """;
        Feed semicolons = Feeds.written(NOTES, StandardCharsets.UTF_8, ';');
        take(semicolons, text);

        assertThat(inbox.ledger.note("GN1").text()).isEqualTo("Agreed; yes");
        assertThat(inbox.ledger.note("GN1").authorRole()).isEqualTo("Manager");
        assertThat(inbox.ledger.note("GN1").recordedAt()).isNull();
    }

    @Test
    void a_mapping_may_say_windows_1252() {
        Charset windows = Charset.forName("windows-1252");
        Feed feed = Feeds.written(NOTES, windows, ',');
        inbox.take(feed, inbox.put(feed, file(NOTES, row(NOTES, "GN1", "Text", "£640 – café")), windows));

        assertThat(inbox.ledger.note("GN1").text()).isEqualTo("£640 – café");
        assertThat(inbox.ledger.note("GN1").child().surname()).isEqualTo("Núñez");
    }

    @Test
    void a_byte_order_mark_is_dropped_and_proves_utf_8() {
        Feed feed = Feeds.written(NOTES, Charset.forName("windows-1252"), ',');
        inbox.take(feed, inbox.put(feed, "\uFEFF" + file(NOTES, row(NOTES, "GN1"))));

        assertThat(inbox.ledger.note("GN1").child().surname()).isEqualTo("Núñez");
    }

    @Test
    void a_folder_named_like_a_file_is_left_alone() throws IOException {
        Path folder = Files.createDirectories(home.resolve("inbox/shire/ehm/ehm-notes-20261120T0600.csv"));
        inbox.take(NOTES, folder);

        assertThat(folder).isDirectory();
        assertThat(inbox.ledger.calls()).isZero();
    }

    @Test
    void a_link_is_left_alone() throws IOException {
        Path elsewhere = Files.writeString(home.resolve("elsewhere.csv"), file(NOTES, row(NOTES, "GN1")));
        Path folder = Files.createDirectories(home.resolve("inbox/shire/ehm"));
        Path link = Files.createSymbolicLink(folder.resolve("ehm-notes-20261120T0600.csv"), elsewhere);
        inbox.take(NOTES, link);

        assertThat(link).isSymbolicLink();
        assertThat(inbox.ledger.calls()).isZero();
    }

    @Test
    void a_file_that_is_written_to_while_it_is_read_stays_and_moves_no_watermark() {
        Path path = inbox.put(NOTES, file(NOTES, row(NOTES, "GN1")));
        inbox.ledger.watch(moment -> {
            if (moment.equals("after add")) {
                append(path, row(NOTES, "GN2"));
            }
        });
        inbox.take(NOTES, path);

        assertThat(inbox.files()).containsExactly("inbox/shire/ehm/ehm-notes-20261120T0600.csv");
        assertThat(inbox.ledger.watermark).isNull();
        assertThat(inbox.ledger.file().state).isEqualTo("reading");

        inbox.ledger.watch(moment -> {});
        inbox.take(NOTES, path);
        assertThat(inbox.ledger.notes).containsOnlyKeys("GN1", "GN2");
        assertThat(inbox.ledger.watermark).isEqualTo(EXTRACTED);
    }

    /** Another node may have read it whole between the look at it and the opening of its entry. */
    @Test
    void of_a_file_that_is_taken_away_before_a_row_of_it_is_read_no_entry_stays_open() {
        Path path = inbox.put(NOTES, file(NOTES, row(NOTES, "GN1")));
        inbox.ledger.watch(moment -> {
            if (moment.equals("after open")) {
                delete(path);
            }
        });
        inbox.take(NOTES, path);

        assertThat(inbox.ledger.file().state).isEqualTo("forgotten");
        assertThat(inbox.ledger.notes).isEmpty();
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothing_more_is_handed_over_of_a_file_that_has_changed() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            rows.add(row(TRANSFERS, "TR" + i));
        }
        Path path = inbox.put(TRANSFERS, file(TRANSFERS, rows.toArray(String[]::new)));
        inbox.ledger.watch(moment -> {
            if (moment.equals("after receive")) {
                touch(path);
            }
        });
        inbox.take(TRANSFERS, path);

        assertThat(inbox.ledger.file().batches).containsExactly(500);
        assertThat(path).exists();
    }

    @Test
    void what_is_too_long_for_any_index_is_refused_and_never_stops_the_file() {
        String endless = "x".repeat(5000);
        take(
                TRANSFERS,
                file(
                        TRANSFERS,
                        row(TRANSFERS, endless),
                        row(TRANSFERS, "TR2", "Surname", endless),
                        row(TRANSFERS, "TR3")));
        take(STEP_UPS, file(STEP_UPS, row(STEP_UPS, endless), row(STEP_UPS, "SU2", "LCSPersonID", endless)));

        assertThat(inbox.ledger.requests).containsOnlyKeys("TR3", "SU2");
        assertThat(inbox.ledger.request("SU2").child().lcs()).isNull();
        assertThat(inbox.ledger.files.get(1).rejectedRows)
                .extracting(RejectedRow::sourceId)
                .containsExactly("");
        assertThat(inbox.ledger.requestRows.get(1).flags())
                .extracting(Flag::code)
                .containsExactly("field-too-long");
    }

    @Test
    void a_file_that_takes_the_place_of_one_that_was_read_is_not_moved_away_unread() {
        Path path = inbox.put(NOTES, file(NOTES, row(NOTES, "GN1")));
        inbox.ledger.watch(moment -> {
            if (moment.equals("after close")) {
                inbox.put(NOTES, file(NOTES, row(NOTES, "GN1"), row(NOTES, "GN2")));
            }
        });
        inbox.take(NOTES, path);
        assertThat(path).exists();

        inbox.ledger.watch(moment -> {});
        inbox.take(NOTES, path);
        assertThat(inbox.ledger.notes).containsOnlyKeys("GN1", "GN2");
        assertThat(path).doesNotExist();
    }

    private void take(Feed feed, String text) {
        inbox.take(feed, inbox.put(feed, text));
    }

    private static void append(Path path, String text) {
        try {
            Files.writeString(path, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void touch(Path path) {
        try {
            Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2026-11-20T06:11:00Z")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
