package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.about;
import static org.stepbridge.testing.Given.coWorking;
import static org.stepbridge.testing.Given.note;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Caseworker;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileEnd;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.MergeRow;
import org.stepbridge.casework.NoteRow;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.model.Child;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.Merge;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.Note;
import org.stepbridge.model.Request;
import org.stepbridge.model.RequestState;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** Merged records of persons in the ledger, on a real PostgreSQL. */
class MergesIT {
    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Packs packs = Given.packs(
            Given.feed("transfers", Feed.Kind.LCS_REQUESTS, false),
            Given.feed("notes", Feed.Kind.NOTES, true),
            Given.feed("merges", Feed.Kind.PERSON_MERGES, true));
    private final Clock clock = Given.clock(() -> complete());
    private final LedgerParts parts = new LedgerParts(source, packs, clock);
    private final Caseworker caseworker = parts.caseworker;
    private final JdbcLedger ledger = parts.ledger;
    private final JdbcOverview overview = parts.overview;

    @Test
    void a_note_under_the_merged_record_counts_for_a_request_under_the_surviving_one_and_the_other_way_round() {
        merges("E1>E2", "E3>E4", "E4>E5");
        notes(note("N1", "E1", "agreed"), note("N4", "E5", "agreed"), note("N6", "E6", "agreed"));
        requests(coWorking("NEW", "E2"), coWorking("OLD", "E3"), coWorking("MIDDLE", "E4"), coWorking("OTHER", "E7"));

        assertThat(states()).isEqualTo("MIDDLE allocated, NEW allocated, OLD allocated, OTHER returned");
        assertThat(jdbc.sql("select evidence from decision join request r on r.decision_id = decision.id"
                                + " where r.source_id = 'OLD'")
                        .query(String.class)
                        .single())
                .contains("It stands under a record that was merged with the child's.");
    }

    @Test
    void a_merge_that_comes_later_checks_exactly_the_requests_again_that_it_may_change() {
        requests(coWorking("T1", "E2"), coWorking("T2", "E3"), coWorking("T3", "E4"), coWorking("T4", "E5"));
        notes(note("N1", "E1", "agreed"));
        recheck();
        assertThat(states()).isEqualTo("T1 returned, T2 returned, T3 returned, T4 returned");

        merges("E1>E2", "E3>");
        assertThat(recheck()).isEqualTo(2);
        assertThat(overview.tasks(List.of(SHIRE), 20))
                .filteredOn(task -> task.kind().equals("evidence-arrived"))
                .hasSize(1);
    }

    @Test
    void a_note_that_comes_after_the_merge_checks_the_requests_under_all_of_the_records_again() {
        merges("E1>E2", "E3>E2");
        waiting(coWorking("T1", "E2"), coWorking("T2", "E3"), coWorking("T3", "E9"));
        later(note("N1", "E1", "agreed"));

        assertThat(recheck()).isEqualTo(2);
        assertThat(states()).isEqualTo("T1 allocated, T2 allocated, T3 waiting-for-evidence");
    }

    @Test
    void a_note_under_a_record_that_went_nobody_knows_where_is_told_by_the_name() {
        waiting(coWorking("T1", "E2"));
        later(note("N1", "E1", "agreed"));
        assertThat(recheck()).isZero();

        merges("E1>");
        assertThat(recheck()).isEqualTo(1);
        assertThat(states()).isEqualTo("T1 held");
        later(note("N2", "E1", "agreed"));
        assertThat(recheck()).isEqualTo(1);
    }

    @Test
    void a_note_found_by_another_number_is_the_childs_once_its_own_is_merged_into_the_childs() {
        Child noted = child("E1", "9990000018");
        notes(about(note("N1", "E1", "agreed"), noted));
        requests(about(coWorking("T1", "E2"), child("E2", "9990000018")));
        assertThat(states()).isEqualTo("T1 held");

        merges("E1>E2");
        recheck();
        assertThat(states()).isEqualTo("T1 allocated");
    }

    @Test
    void a_request_of_a_record_that_went_nobody_knows_where_is_held_and_settled_by_the_answer() {
        merges("E1>");
        notes(note("N1", "E2", "agreed"));
        requests(coWorking("T1", "E1"));
        assertThat(states()).isEqualTo("T1 held");
        assertThat(sentence()).contains("EHM record E1 was merged on 5 October 2026");

        merges("E1>E2");
        assertThat(recheck()).isEqualTo(1);
        assertThat(states()).isEqualTo("T1 allocated");
    }

    @Test
    void a_corrected_merge_checks_the_requests_of_the_record_that_it_no_longer_names_too() {
        merges("E1>E2");
        waiting(coWorking("T2", "E2"), coWorking("T3", "E3"));

        merges("E1>E3");
        assertThat(recheck()).isEqualTo(2);
    }

    @Test
    void merges_in_a_circle_are_not_followed_but_asked_about_and_told_once() {
        merges("E1>E2", "E2>E3");
        merges("E3>E1", "E8>E9");
        merges("E3>E1");
        notes(note("N1", "E2", "agreed"));
        requests(coWorking("T1", "E1"));

        assertThat(states()).isEqualTo("T1 held");
        assertThat(sentence()).contains("in a circle");
        assertThat(overview.tasks(List.of(SHIRE), 20))
                .filteredOn(task -> task.kind().equals("merge-circle"))
                .singleElement()
                .satisfies(task ->
                        assertThat(task.text()).startsWith("Row 2 of file-2.csv closes a circle of merged records"));
    }

    @Test
    void rows_are_new_repeated_or_changed_one_after_another_also_within_a_batch() {
        FileProgress first = merges("E1>E2", "E1>E2", "E1>E3", "E4>");
        assertThat(List.of(first.accepted(), first.repeated())).containsExactly(3L, 1L);
        FileProgress again = merges("E1>E3", "E4>");
        assertThat(List.of(again.accepted(), again.repeated())).containsExactly(0L, 2L);
        assertThat(jdbc.sql("select person_id || '>' || coalesce(into_id, '') from person_merge order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("E1>E3", "E4>");
    }

    @Test
    void accepted_merges_are_not_counted_as_requests() {
        merges("E1>E2");
        assertThat(overview.feedSums(List.of(SHIRE)))
                .singleElement()
                .satisfies(
                        sums -> assertThat(sums.toString()).contains("merges").contains("false"));
    }

    @Test
    void another_authoritys_merges_are_not_ours() {
        jdbc.sql("insert into person_merge values ('elsewhere', 'EHM', 'E1', '2026-10-05', 'E2', 1, now())")
                .update();
        notes(note("N1", "E1", "agreed"));
        requests(coWorking("T1", "E2"));
        assertThat(states()).isEqualTo("T1 returned");
    }

    @Test
    void a_merge_that_comes_while_a_request_is_decided_is_not_missed() {
        notes(note("N1", "E1", "agreed"));
        List<CompletableFuture<FileProgress>> meanwhile = new ArrayList<>();
        Decider slow = aCase -> {
            meanwhile.add(CompletableFuture.supplyAsync(() -> merges("E1>E2")));
            awaitLock();
            return caseworker.decide(aCase);
        };
        requests(slow, coWorking("T1", "E2"));
        assertThat(meanwhile.get(0).orTimeout(30, TimeUnit.SECONDS).join().accepted())
                .isEqualTo(1);

        assertThat(states()).isEqualTo("T1 returned");
        assertThat(recheck()).isEqualTo(1);
    }

    /** Until somebody waits for what this transaction holds; it would wait in vain if nothing were held. */
    private void awaitLock() {
        org.awaitility.Awaitility.await()
                .until(() -> jdbc.sql(
                                "select exists (select 1 from pg_locks where locktype = 'advisory' and not granted"
                                        + " and database = (select oid from pg_database where datname = current_database()))")
                        .query(Boolean.class)
                        .single());
    }

    private int recheck() {
        return ledger.recheck(SHIRE, 100, caseworker);
    }

    private String states() {
        return String.join(
                ", ",
                jdbc.sql("select source_id || ' ' || state from request order by source_id")
                        .query(String.class)
                        .list());
    }

    private String sentence() {
        return jdbc.sql("select d.sentence from decision d join request r on r.decision_id = d.id")
                .query(String.class)
                .single();
    }

    private FileProgress merges(String... merges) {
        FileProgress file = ledger.open(arrival("merges", null));
        List<MergeRow> rows = new ArrayList<>();
        for (String merge : merges) {
            String[] ids = merge.split(">", -1);
            rows.add(new MergeRow(
                    rows.size() + 2,
                    List.of(new Merge(
                            new EhmId(ids[0]),
                            LocalDate.of(2026, 10, 5),
                            ids[1].isEmpty() ? null : new EhmId(ids[1])))));
        }
        FileProgress end = ledger.merge(new Batch<>(file.fileId(), SHIRE, rows, List.of(), rows.size()));
        close("merges", Feed.Kind.PERSON_MERGES, file);
        return end;
    }

    /** Requests on a day whose notes have not come. */
    private void waiting(Request... requests) {
        requests(caseworker, requests);
        assertThat(overview.requestsByState(List.of(SHIRE)))
                .isEqualTo(Map.of(RequestState.WAITING_FOR_EVIDENCE, (long) requests.length));
    }

    private void requests(Request... requests) {
        if (files("notes") == 0) {
            notes();
        }
        requests(caseworker, requests);
    }

    private long files(String feed) {
        return jdbc.sql("select count(*) from intake_file where feed = ?")
                .param(feed)
                .query(Long.class)
                .single();
    }

    private void requests(Decider decider, Request... requests) {
        FileProgress file = ledger.open(arrival("transfers", null));
        List<RequestRow> rows = new ArrayList<>();
        Stream.of(requests).forEach(request -> rows.add(new RequestRow(rows.size() + 2, request, List.of())));
        ledger.receive(new Batch<>(file.fileId(), SHIRE, rows, List.of(), rows.size()), decider);
        close("transfers", Feed.Kind.LCS_REQUESTS, file);
    }

    /** All the notes there are. */
    private void notes(Note... notes) {
        notes(complete(), notes);
    }

    /** Notes that do not say how far they are complete. */
    private void later(Note... notes) {
        notes(null, notes);
    }

    private void notes(@org.jspecify.annotations.Nullable Instant extracted, Note... notes) {
        FileProgress file = ledger.open(arrival("notes", extracted));
        List<NoteRow> rows = new ArrayList<>();
        Stream.of(notes).forEach(note -> rows.add(new NoteRow(rows.size() + 2, note)));
        ledger.add(new Batch<>(file.fileId(), SHIRE, rows, List.of(), rows.size()));
        close("notes", Feed.Kind.NOTES, file);
    }

    private void close(String feed, Feed.Kind kind, FileProgress file) {
        ledger.close(file.fileId(), new FileEnd(Given.feed(feed, kind, true), Findings.NONE, List.of()));
        ledger.moved(file.fileId());
    }

    private FileArrival arrival(String feed, @org.jspecify.annotations.Nullable Instant extracted) {
        return parts.arrival(feed, extracted);
    }

    private static Instant complete() {
        return MONDAY.plus(Duration.ofHours(12));
    }

    private static Child child(String ehm, String nhs) {
        return new Child(null, new EhmId(ehm), new NhsNumber(nhs), null, "", "", null);
    }
}
