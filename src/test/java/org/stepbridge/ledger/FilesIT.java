package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.coWorking;
import static org.stepbridge.testing.Given.note;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Caseworker;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileEnd;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.NoteRow;
import org.stepbridge.casework.Overview.AttentionLine;
import org.stepbridge.casework.Overview.FeedNews;
import org.stepbridge.casework.Overview.FeedSums;
import org.stepbridge.casework.Overview.RequestSums;
import org.stepbridge.casework.Overview.TaskLine;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.casework.UnmovedFile;
import org.stepbridge.model.Request;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** What the ledger knows of files: whose reading never ended, which were refused, and that their rows add up. */
class FilesIT {
    private final DataSource source = TestDatabase.migrated();
    private final Packs packs = Given.packs(
            Given.feed("transfers", Feed.Kind.LCS_REQUESTS, false),
            Given.feed("stepups", Feed.Kind.EHM_REQUESTS, true),
            Given.feed("notes", Feed.Kind.NOTES, true));
    private Instant now = MONDAY;
    private final Clock clock = Given.clock(() -> now);
    private final LedgerParts parts = new LedgerParts(source, packs, clock);
    private final Caseworker caseworker = parts.caseworker;
    private final JdbcLedger ledger = parts.ledger;
    private final JdbcOverview overview = parts.overview;

    @Test
    void a_file_whose_reading_never_ended_is_listed_once_it_is_too_old() {
        ledger.open(arrival("transfers", "a.csv", "1"));

        now = MONDAY.plus(Duration.ofMinutes(59));
        assertThat(overdue()).isEmpty();
        now = MONDAY.plus(Duration.ofMinutes(60));
        assertThat(overdue()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("file");
            assertThat(line.what()).isEqualTo("a.csv");
            assertThat(line.since()).isEqualTo(MONDAY);
            assertThat(line.problem()).startsWith("Reading it began and never ended");
        });
    }

    @Test
    void an_entry_of_which_no_row_was_read_can_be_taken_back_and_no_other() {
        ledger.forget(ledger.open(arrival("transfers", "a.csv", "1")).fileId());
        done(arrival("transfers", "b.csv", "2"));
        long read = ledger.open(arrival("transfers", "c.csv", "3")).fileId();
        JdbcClient.create(source)
                .sql("update intake_file set rows_done = 1, repeated = 1 where id = ?")
                .param(read)
                .update();
        ledger.forget(read);

        now = MONDAY.plus(Duration.ofHours(2));
        assertThat(overdue()).extracting(line -> line.what()).containsExactly("c.csv");
    }

    @Test
    void a_changed_file_that_was_read_again_whole_cures_the_listing() {
        ledger.open(arrival("transfers", "a.csv", "1"));
        done(arrival("transfers", "b.csv", "2"));
        now = MONDAY.plus(Duration.ofHours(2));
        assertThat(overdue())
                .as("another file of a feed of changes holds other rows")
                .hasSize(1);

        done(arrival("transfers", "a.csv", "3"));
        assertThat(overdue()).isEmpty();
    }

    @Test
    void a_later_file_of_a_feed_that_always_holds_everything_cures_the_listing() {
        ledger.open(arrival("notes", "a.csv", "1"));
        now = MONDAY.plus(Duration.ofHours(2));
        assertThat(overdue()).hasSize(1);

        done(arrival("notes", "b.csv", "2"));
        assertThat(overdue()).isEmpty();
    }

    @Test
    void a_refused_file_of_step_ups_raises_one_urgent_task_and_others_none() {
        ledger.refused(arrival("transfers", "a.csv", "1"), Findings.NONE, "no headings");
        ledger.refused(arrival("notes", "b.csv", "2"), Findings.NONE, "no headings");
        assertThat(tasks()).isEmpty();

        ledger.refused(arrival("stepups", "c.csv", "3"), Findings.NONE, "no headings");
        // a crash before the file was moved has it refused again
        ledger.refused(arrival("stepups", "c.csv", "3"), Findings.NONE, "no headings");

        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("broken-step-up");
            assertThat(task.urgent()).isTrue();
            assertThat(task.reference()).isNull();
            assertThat(task.text()).startsWith("Nothing could be read of c.csv.");
        });
    }

    @Test
    void accepted_request_rows_are_the_requests_and_the_changes_to_them_and_notes_are_apart() {
        FileProgress notes = ledger.open(arrival("notes", "n.csv", "1"));
        ledger.add(
                new Batch<>(notes.fileId(), SHIRE, List.of(new NoteRow(2, note("N1", "E1", "agreed"))), List.of(), 1));
        take(arrival("transfers", "a.csv", "2"), coWorking("T1", "E1"), coWorking("T2", "E2"));
        take(arrival("transfers", "b.csv", "3"), coWorking("T1", "E1"));
        take(arrival("transfers", "c.csv", "4"), coWorking("T1", "E1", Map.of("workRequired", "more")));

        assertThat(overview.requestSums(List.of(SHIRE))).isEqualTo(new RequestSums(3, 0, 2, 1));
        assertThat(overview.requestSums(List.of(SHIRE)).addUp()).isTrue();
        assertThat(overview.feedSums(List.of(SHIRE)))
                .containsExactly(
                        new FeedSums(SHIRE, "notes", false, 1, 0, 1, 1, 0, 0),
                        new FeedSums(SHIRE, "transfers", true, 3, 0, 4, 3, 1, 0));
    }

    @Test
    void the_last_file_of_each_feed_is_known_and_how_far_the_notes_are_complete() {
        done(arrival("transfers", "a.csv", "1"));
        now = MONDAY.plus(Duration.ofHours(1));
        done(arrival("transfers", "b.csv", "2"));
        assertThat(overview.feedNews(List.of(SHIRE)))
                .containsExactly(new FeedNews(SHIRE, "transfers", "b.csv", now, null));

        FileProgress notes = ledger.open(arrival("notes", "n.csv", "3"));
        JdbcClient.create(source)
                .sql("insert into watermark (authority, reached, file_id) values (?, ?, ?)")
                .params(SHIRE.name(), OffsetDateTime.ofInstant(MONDAY, ZoneOffset.UTC), notes.fileId())
                .update();
        assertThat(overview.feedNews(List.of(SHIRE)))
                .containsExactly(
                        new FeedNews(SHIRE, "notes", "n.csv", now, MONDAY),
                        new FeedNews(SHIRE, "transfers", "b.csv", now, null));
    }

    @Test
    void what_was_found_out_about_a_file_stays_in_its_record() {
        Findings findings = new Findings(
                "windows-1252",
                "\t",
                List.of(new Findings.Unused("Autor", "Author")),
                List.of(new Findings.Absent("Author", false, "Autor")),
                List.of(new Findings.Doubt("The NHS number given is not a valid one.", 2)));
        FileProgress file = ledger.open(arrival("notes", "a.csv", "1"));
        ledger.close(file.fileId(), new FileEnd(feed("notes"), findings, List.of()));
        ledger.refused(arrival("notes", "b.csv", "2"), findings, "no rows");

        assertThat(overview.files(List.of(SHIRE), 10))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.findings()).isEqualTo(findings));
    }

    @Test
    void a_record_says_how_large_a_file_is_its_hash_and_who_delivered_it() {
        done(arrival("notes", "a.csv", "1"));

        assertThat(overview.files(List.of(SHIRE), 10)).singleElement().satisfies(line -> {
            assertThat(line.contentHash()).isEqualTo("1");
            assertThat(line.bytes()).isEqualTo(10);
            assertThat(line.deliveredBy()).isEqualTo("robot");
        });
    }

    @Test
    void a_feed_going_backwards_raises_one_alert_however_often_it_is_looked_at_and_a_sound_file_ends_it() {
        done(arrival("notes", "a.csv", "1"));
        FileArrival older = arrival("notes", "b.csv", "2");
        now = MONDAY.plus(Duration.ofHours(1));
        done(arrival("notes", "c.csv", "3"));
        done(older);

        assertThat(overdue()).hasSize(1);
        assertThat(overdue()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("feed");
            assertThat(line.what()).isEqualTo("shire notes");
            assertThat(line.since()).isEqualTo(now);
            assertThat(line.problem()).startsWith("b.csv: it is older than a file that was read before it. ");
        });
        assertThat(overview.files(List.of(SHIRE), 1))
                .extracting(line -> line.trouble())
                .containsExactly("it is older than a file that was read before it");

        now = MONDAY.plus(Duration.ofHours(2));
        done(arrival("notes", "d.csv", "4"));
        assertThat(overdue()).isEmpty();
    }

    @Test
    void a_feed_that_has_been_silent_for_too_long_is_listed_until_it_brings_something() {
        done(arrival("transfers", "a.csv", "1"));
        now = MONDAY.plus(Duration.ofHours(37));
        done(arrival("notes", "b.csv", "2"));

        assertThat(overdue())
                .extracting(line -> line.what())
                .containsExactlyInAnyOrder("shire transfers", "shire stepups");
        done(arrival("transfers", "c.csv", "3"));
        assertThat(overdue()).extracting(line -> line.what()).containsExactly("shire stepups");
    }

    @Test
    void a_pushed_request_ends_no_silence_of_the_exports() {
        done(arrival("transfers", "a.csv", "1"));
        now = MONDAY.plus(Duration.ofHours(37));
        done(arrival("notes", "b.csv", "2"));
        done(new FileArrival(SHIRE, "transfers", "api-robot-3.json", "3", 10, FileArrival.PUSHED + "robot", null));

        assertThat(overdue()).extracting(line -> line.what()).contains("shire transfers");
    }

    @Test
    void a_file_that_was_read_whole_is_unmoved_until_its_move_is_noted() {
        FileProgress file = ledger.open(arrival("transfers", "a.csv", "1"));
        assertThat(ledger.unmoved(SHIRE, "transfers")).isEmpty();

        ledger.close(file.fileId(), new FileEnd(feed("transfers"), Findings.NONE, List.of()));
        assertThat(ledger.unmoved(SHIRE, "transfers")).containsExactly(new UnmovedFile(file.fileId(), "a.csv"));
        assertThat(ledger.unmoved(SHIRE, "notes")).isEmpty();

        ledger.moved(file.fileId());
        assertThat(ledger.unmoved(SHIRE, "transfers")).isEmpty();
    }

    private void take(FileArrival arrival, Request... requests) {
        FileProgress file = ledger.open(arrival);
        List<RequestRow> rows = java.util.Arrays.stream(requests)
                .map(request -> new RequestRow(2, request, List.of()))
                .toList();
        ledger.receive(new Batch<>(file.fileId(), SHIRE, rows, List.of(), rows.size()), caseworker);
    }

    private void done(FileArrival arrival) {
        FileProgress file = ledger.open(arrival);
        ledger.close(file.fileId(), new FileEnd(feed(arrival.feed()), Findings.NONE, List.of()));
        ledger.moved(file.fileId());
    }

    private List<AttentionLine> overdue() {
        return overview.overdue(SHIRE, now, 10);
    }

    private List<TaskLine> tasks() {
        return overview.tasks(List.of(SHIRE), 10);
    }

    private Feed feed(String id) {
        return packs.of(SHIRE).feed(id).orElseThrow();
    }

    private FileArrival arrival(String feed, String name, String hash) {
        return new FileArrival(SHIRE, feed, name, hash, 10, "robot", now);
    }
}
