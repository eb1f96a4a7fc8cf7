package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.about;
import static org.stepbridge.testing.Given.coWorking;
import static org.stepbridge.testing.Given.note;
import static org.stepbridge.testing.Given.stepUp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Caseworker;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FeedTrouble;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileEnd;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.NoteRow;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Parcel;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.casework.RequestFilter;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.casework.Usual;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Child;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.FamilyEpisode;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.Merges;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.Note;
import org.stepbridge.model.Request;
import org.stepbridge.model.RequestState;
import org.stepbridge.model.Upn;
import org.stepbridge.protocol.Limits;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** The promises of the ledger and the outbox, on a real PostgreSQL. */
class LedgerIT {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Feed TRANSFERS = Given.feed("transfers", Feed.Kind.LCS_REQUESTS, false);
    private static final Feed NOTES = Given.feed("notes", Feed.Kind.NOTES, true);
    private static final DataSource SOURCE = TestDatabase.migrated();

    private final JdbcClient jdbc = JdbcClient.create(SOURCE);
    private final Packs packs = Given.packs();
    private Instant now = MONDAY.plus(Duration.ofHours(2));
    private final Clock clock = Given.clock(() -> now);
    private final LedgerParts parts = new LedgerParts(SOURCE, packs, clock);
    private final Caseworker caseworker = parts.caseworker;
    private final Files files = parts.files;
    private final JdbcLedger ledger = parts.ledger;
    private final JdbcOutbox outbox = parts.outbox;
    private final JdbcOverview overview = parts.overview;

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void a_supported_request_is_allocated_and_everything_about_it_commits_together() {
        notes(complete(), note("N1", "E1", "agreed"));
        FileProgress progress = requests(coWorking("T1", "E1"));

        assertThat(progress.accepted()).isEqualTo(1);
        assertThat(states()).containsExactly(Map.entry(RequestState.ALLOCATED, 1L));
        assertThat(overview.deliveries(List.of(SHIRE)).keySet())
                .containsExactlyInAnyOrder(Channel.ALLOCATIONS, Channel.RECORDINGS_EHM);
        Parcel parcel = outbox.claim(Channel.ALLOCATIONS, 10, LEASE).get(0);
        assertThat(parcel.name()).startsWith("allocations-20261116T120000000-").endsWith(".csv");
        assertThat(parcel.items()).hasSize(1);
        assertThat(parcel.items().get(0).request()).isEqualTo(coWorking("T1", "E1"));
        assertThat(parcel.items().get(0).reference().value()).startsWith("SHI-2026-");
        assertThat(audit("decided")).hasSize(1);
    }

    @Test
    void the_same_row_again_changes_nothing_and_is_counted_as_repeated() {
        notes(complete(), note("N1", "E1", "agreed"));
        requests(coWorking("T1", "E1"));
        FileProgress again = requests(coWorking("T1", "E1"));

        assertThat(again.accepted()).isZero();
        assertThat(again.repeated()).isEqualTo(1);
        assertThat(count("request_version")).isEqualTo(1);
        assertThat(count("decision")).isEqualTo(1);
    }

    @Test
    void content_a_then_b_then_a_is_three_versions() {
        notes(complete(), note("N1", "E1", "agreed"));
        requests(coWorking("T1", "E1"));
        requests(coWorking("T1", "E1", Map.of("workRequired", "more")));
        requests(coWorking("T1", "E1"));

        assertThat(count("request_version")).isEqualTo(3);
        assertThat(count("request")).isEqualTo(1);
    }

    @Test
    void a_new_version_takes_back_what_has_not_left_yet() {
        notes(complete(), note("N1", "E1", "agreed"));
        requests(coWorking("T1", "E1"), coWorking("T2", "E1"));
        requests(coWorking("T1", "E1", Map.of("evidenceBased", "Y")));

        List<Parcel> files = outbox.claim(Channel.ALLOCATIONS, 10, LEASE);
        assertThat(files).hasSize(1);
        assertThat(files.get(0).items())
                .extracting(item -> item.request().sourceId())
                .containsExactly("T2");
        assertThat(outbox.claim(Channel.HUB, 10, LEASE)).hasSize(1);
    }

    @Test
    void a_new_version_of_what_was_sent_on_is_sent_and_shown_as_changed() {
        notes(complete(), note("N1", "E1", "agreed"));
        requests(coWorking("T1", "E1"));
        outbox.delivered(outbox.claim(Channel.ALLOCATIONS, 10, LEASE));
        requests(coWorking("T1", "E1", Map.of("workRequired", "more")));

        Parcel parcel = outbox.claim(Channel.ALLOCATIONS, 10, LEASE).get(0);
        assertThat(parcel.items().get(0).decision().flags())
                .extracting(flag -> flag.code())
                .contains("changed-after-sending");
    }

    @Test
    void without_fresh_notes_nothing_is_returned_and_the_request_says_what_it_waits_for() {
        requests(coWorking("T1", "E1"));
        assertThat(states()).containsExactly(Map.entry(RequestState.WAITING_FOR_EVIDENCE, 1L));
        assertThat(lines().get(0).sentence()).contains("16 November 2026 at 10:00pm");

        notes(MONDAY.plus(Duration.ofHours(11)));
        assertThat(recheck()).isZero();
        assertThat(states()).containsExactly(Map.entry(RequestState.WAITING_FOR_EVIDENCE, 1L));

        notes(complete());
        assertThat(recheck()).isEqualTo(1);
        assertThat(states()).containsExactly(Map.entry(RequestState.RETURNED, 1L));
        assertThat(recheck()).isZero();
    }

    @Test
    void no_return_is_made_on_notes_with_which_anything_is_wrong() {
        requests(coWorking("T1", "E1"));
        for (FeedTrouble.Kind kind : FeedTrouble.Kind.values()) {
            notes(complete(), List.of(new FeedTrouble(kind, "it is wrong")));
            assertThat(recheck()).as(kind.name()).isZero();
        }
        // small, although nothing was wrong with any row of it
        Feed usual = smallest(50);
        for (int hour = 1; hour < 4; hour++) {
            notes(
                    usual,
                    MONDAY.plus(Duration.ofHours(hour)),
                    List.of(),
                    note("N1", "E9", "agreed"),
                    note("N2", "E9", ""));
        }
        notes(usual, complete(), List.of());
        assertThat(recheck()).isZero();
        assertThat(states()).containsExactly(Map.entry(RequestState.WAITING_FOR_EVIDENCE, 1L));

        notes(usual, complete(), List.of(), note("N1", "E9", "agreed"));
        recheck();
        assertThat(states()).containsExactly(Map.entry(RequestState.RETURNED, 1L));
    }

    @Test
    void where_several_feeds_bring_notes_they_are_complete_as_far_as_all_of_them_reach() {
        Feed other = Given.feed("other-notes", Feed.Kind.NOTES, true);
        JdbcLedger both = new LedgerParts(SOURCE, Given.packs(NOTES, other), clock).ledger;
        now = complete();
        close(both, NOTES, complete());
        assertThat(files.watermark("shire")).isNull();
        close(both, other, MONDAY);
        assertThat(files.watermark("shire")).isEqualTo(MONDAY);
        close(both, other, complete());
        assertThat(files.watermark("shire")).isEqualTo(complete());
    }

    private void close(JdbcLedger into, Feed feed, Instant extracted) {
        into.close(into.open(arrival(feed.id(), extracted)).fileId(), end(feed));
    }

    @Test
    void no_return_is_made_behind_a_gap_between_deltas_until_it_is_filled() {
        Feed delta = usual(false, new Usual(false, 0, Duration.ofHours(6)));
        requests(coWorking("T1", "E1"));
        notes(delta, MONDAY.minus(Duration.ofHours(6)), List.of());
        notes(delta, complete(), List.of());
        notes(delta, complete().plus(Duration.ofHours(6)), List.of());

        assertThat(recheck()).isZero();
        assertThat(files.watermark("shire")).isEqualTo(MONDAY.minus(Duration.ofHours(6)));

        notes(delta, MONDAY, List.of());
        assertThat(recheck()).isZero();
        notes(delta, MONDAY.plus(Duration.ofHours(6)), List.of());
        recheck();
        assertThat(files.watermark("shire")).isEqualTo(complete().plus(Duration.ofHours(6)));
        assertThat(states()).containsExactly(Map.entry(RequestState.RETURNED, 1L));
    }

    @Test
    void notes_that_arrive_check_exactly_the_undecided_requests_of_their_children_again() {
        requests(coWorking("T1", "E1"), coWorking("T2", "E2"));
        notes(null, note("N1", "E1", "agreed"));

        assertThat(recheck()).isEqualTo(1);
        assertThat(lines())
                .extracting(line -> line.sourceId() + " " + line.state().label())
                .containsExactly("T1 allocated", "T2 waiting-for-evidence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LCS", "EHM", "NHS", "UPN"})
    void one_identifier_in_common_is_enough_to_check_again(String kind) {
        Child asked = new Child(
                new LcsId("L1"),
                new EhmId("E1"),
                new NhsNumber("9990000018"),
                Upn.parse("H801200001001").orElseThrow(),
                "Smith",
                "Isla",
                LocalDate.of(2018, 3, 1));
        Child noted = new Child(
                kind.equals("LCS") ? asked.lcs() : null,
                kind.equals("EHM") ? asked.ehm() : null,
                kind.equals("NHS") ? asked.nhs() : null,
                kind.equals("UPN") ? asked.upn() : null,
                "Smyth",
                "Ila",
                null);
        requests(about(coWorking("T1", "E1"), asked), coWorking("T2", "E2"));
        notes(null, about(note("N1", "E1", "agreed"), noted));

        assertThat(recheck()).isEqualTo(1);
        assertThat(states())
                .containsOnly(Map.entry(RequestState.ALLOCATED, 1L), Map.entry(RequestState.WAITING_FOR_EVIDENCE, 1L));
    }

    @Test
    void a_note_on_a_family_s_episode_is_found_for_its_children_and_checks_their_requests_again() {
        FamilyEpisode episode = new FamilyEpisode("F1");
        Child family = new Child(null, null, null, null, "", "", null, episode);
        Child isla = new Child(null, new EhmId("E1"), null, null, "Smith", "Isla", null, episode);
        Child ava = new Child(null, new EhmId("E2"), null, null, "Smith", "Ava", null, episode);
        requests(about(coWorking("T1", "E1"), isla), coWorking("T3", "E3"));
        notes(null, about(note("N1", "E9", "agreed"), family));

        assertThat(recheck()).isEqualTo(1);
        requests(about(coWorking("T2", "E2"), ava));
        assertThat(lines())
                .extracting(line -> line.sourceId() + " " + line.state().label())
                .containsExactlyInAnyOrder("T1 allocated", "T2 allocated", "T3 waiting-for-evidence");
    }

    @Test
    void what_comes_for_a_brother_is_no_resubmission_of_what_was_returned_for_his_sister() {
        FamilyEpisode episode = new FamilyEpisode("F1");
        notes(complete());
        requests(about(
                coWorking("T1", "E1"), new Child(null, new EhmId("E1"), null, null, "Smith", "Isla", null, episode)));
        requests(about(
                coWorking("T2", "E2"), new Child(null, new EhmId("E2"), null, null, "Smith", "Sam", null, episode)));

        assertThat(states()).containsExactly(Map.entry(RequestState.RETURNED, 2L));
        assertThat(jdbc.sql("select payload::text from request_version")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(payload -> payload.contains("resubmission"));
    }

    @Test
    void a_note_with_no_identifier_to_compare_is_a_question_when_name_and_birth_agree() {
        Child asked = new Child(new LcsId("L1"), null, null, null, "Smith", "Isla", LocalDate.of(2018, 3, 1));
        notes(complete(), note("N1", "E1", "agreed"));
        requests(about(coWorking("T1", "E1"), asked));
        assertThat(states()).containsExactly(Map.entry(RequestState.HELD, 1L));

        notes(null, note("N2", "E7", "agreed"));
        assertThat(recheck()).isEqualTo(1);
    }

    @Test
    void a_note_that_arrives_after_a_return_opens_a_task_and_undoes_nothing() {
        notes(complete());
        requests(coWorking("T1", "E1"));
        notes(null, note("N1", "E1", "agreed"));
        recheck();

        assertThat(states()).containsExactly(Map.entry(RequestState.RETURNED, 1L));
        assertThat(overview.tasks(List.of(SHIRE), 10))
                .extracting(task -> task.kind())
                .containsExactlyInAnyOrder("return-on-liquidlogic", "evidence-arrived");
    }

    @Test
    void an_unclear_note_holds_and_a_clear_one_settles_it() {
        notes(complete(), note("N1", "E1", "unsure"));
        requests(coWorking("T1", "E1"));
        assertThat(states()).containsExactly(Map.entry(RequestState.HELD, 1L));

        notes(null, note("N1", "E1", "agreed"));
        recheck();
        assertThat(states()).containsExactly(Map.entry(RequestState.ALLOCATED, 1L));
        assertThat(count("note_history")).isEqualTo(1);
    }

    @Test
    void a_file_that_was_interrupted_goes_on_where_it_stopped_and_adds_up() {
        FileArrival arrival = arrival(null);
        FileProgress first = ledger.open(arrival);
        ledger.receive(new Batch<>(first.fileId(), SHIRE, rows(coWorking("T1", "E1")), List.of(), 1), caseworker);

        FileProgress resumed = ledger.open(arrival);
        assertThat(resumed.fileId()).isEqualTo(first.fileId());
        assertThat(resumed.rowsDone()).isEqualTo(1);
        FileProgress end = ledger.receive(
                new Batch<>(first.fileId(), SHIRE, rows(coWorking("T2", "E2")), List.of(rejected(3)), 3), caseworker);
        assertThat(end.accepted() + end.repeated() + end.rejected()).isEqualTo(end.rowsDone());

        ledger.close(first.fileId(), end(TRANSFERS));
        assertThat(ledger.open(arrival).allRead()).isTrue();
        ledger.moved(first.fileId());
        assertThat(ledger.open(arrival).fileId()).isNotEqualTo(first.fileId());
    }

    @Test
    void a_batch_that_somebody_else_took_in_already_commits_nothing() {
        FileProgress progress = ledger.open(arrival(null));
        Batch<RequestRow> batch = new Batch<>(progress.fileId(), SHIRE, rows(coWorking("T1", "E1")), List.of(), 1);
        ledger.receive(batch, caseworker);
        Batch<RequestRow> stale = new Batch<>(progress.fileId(), SHIRE, rows(coWorking("T9", "E9")), List.of(), 1);

        assertThatThrownBy(() -> ledger.receive(stale, caseworker)).hasMessageContaining("being read elsewhere");
        assertThat(count("request")).isEqualTo(1);
    }

    @Test
    void an_urgent_step_up_leaves_at_once_and_asks_for_the_phone_call() {
        requests(stepUp("S1", "E1", Map.of("immediateSafety", "", "agreedWith", "")));

        Parcel mail = outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0);
        assertThat(mail.urgent()).isTrue();
        assertThat(mail.recipients()).containsExactly("mash@shire.example");
        assertThat(overview.tasks(List.of(SHIRE), 10).get(0).kind()).isEqualTo("phone-mash");
        outbox.delivered(List.of(mail));
        assertThat(states()).containsExactly(Map.entry(RequestState.SENT_TO_MASH, 1L));
        assertThat(jdbc.sql("select clock from clock").query(String.class).list())
                .containsExactly("mash-decision");
    }

    @Test
    void a_claimed_delivery_is_nobody_elses_until_its_lease_ends() {
        requests(stepUp("S1", "E1", Map.of()));
        Parcel first = outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0);
        assertThat(outbox.claim(Channel.MASH_EMAIL, 10, LEASE)).isEmpty();
        assertThat(outbox.recover()).isZero();

        now = now.plus(LEASE).plusSeconds(1);
        assertThat(outbox.recover()).isEqualTo(1);
        Parcel second = outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.mayRepeat()).isTrue();

        outbox.delivered(List.of(first));
        assertThat(states()).containsExactly(Map.entry(RequestState.MASH_PENDING, 1L));
        outbox.delivered(List.of(second));
        assertThat(states()).containsExactly(Map.entry(RequestState.SENT_TO_MASH, 1L));
    }

    @Test
    void a_known_failure_is_tried_again_later_under_the_same_id() {
        requests(stepUp("S1", "E1", Map.of()));
        Parcel first = outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0);
        outbox.failed(first, "connection refused");
        assertThat(outbox.claim(Channel.MASH_EMAIL, 10, LEASE)).isEmpty();
        now = now.plusSeconds(2);
        Parcel second = outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.mayRepeat()).isFalse();
        assertThat(second.attempt()).isEqualTo(2);
    }

    @Test
    void an_unknown_outcome_repeats_a_step_up_and_asks_a_person_about_a_notice() {
        notes(complete());
        requests(coWorking("T1", "E1"));
        Parcel notice = outbox.claim(Channel.NOTICE_EMAIL, 10, LEASE).get(0);
        assertThat(notice.recipients()).containsExactly("sam.ellery@shire.example");
        outbox.unknown(notice, "connection lost after the message was sent");
        assertThat(overview.deliveries(List.of(SHIRE)).get(Channel.NOTICE_EMAIL))
                .containsExactly(Map.entry(DeliveryState.UNCERTAIN, 1L));

        requests(stepUp("S1", "E2", Map.of()));
        outbox.unknown(outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0), "connection lost");
        now = now.plusSeconds(2);
        assertThat(outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0).mayRepeat())
                .isTrue();
    }

    @Test
    void what_was_tried_for_as_long_as_the_pack_says_has_failed_and_for_a_step_up_a_person_is_told_to_phone() {
        requests(stepUp("S1", "E1", Map.of()));
        for (int attempt = 1; attempt < Backoff.LEAST_ATTEMPTS; attempt++) {
            outbox.failed(outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0), "connection refused");
            now = now.plus(Duration.ofMinutes(20));
        }
        assertThat(delivery(Channel.MASH_EMAIL)).isEqualTo(DeliveryState.PENDING);
        now = now.plus(Limits.RETRIED);
        outbox.failed(outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0), "connection refused");

        assertThat(delivery(Channel.MASH_EMAIL)).isEqualTo(DeliveryState.FAILED);
        assertThat(overview.tasks(List.of(SHIRE), 10))
                .filteredOn(task -> task.kind().equals("mash-email-stuck"))
                .singleElement()
                .matches(task -> task.urgent());
    }

    @Test
    void after_an_outage_longer_than_the_limit_a_delivery_still_gets_its_least_number_of_tries() {
        requests(stepUp("S1", "E1", Map.of()));
        outbox.failed(outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0), "connection refused");
        now = now.plus(Limits.RETRIED.multipliedBy(3));
        outbox.failed(outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0), "connection refused");

        assertThat(delivery(Channel.MASH_EMAIL)).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void a_step_up_whose_outcome_stays_unknown_is_not_repeated_for_ever() {
        requests(stepUp("S1", "E1", Map.of()));
        for (int attempt = 1; attempt < Backoff.LEAST_ATTEMPTS; attempt++) {
            outbox.unknown(outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0), "connection lost");
            now = now.plus(Limits.RETRIED);
        }
        assertThat(delivery(Channel.MASH_EMAIL)).isEqualTo(DeliveryState.PENDING);
        outbox.unknown(outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0), "connection lost");

        assertThat(delivery(Channel.MASH_EMAIL)).isEqualTo(DeliveryState.UNCERTAIN);
    }

    @Test
    void the_audit_cannot_be_changed() {
        requests(stepUp("S1", "E1", Map.of()));
        assertThatThrownBy(() -> jdbc.sql("update audit set actor = 'nobody'").update())
                .hasMessageContaining("only ever added");
        assertThatThrownBy(() -> jdbc.sql("delete from audit").update()).hasMessageContaining("only ever added");
    }

    @Test
    void what_is_too_old_is_listed() {
        requests(coWorking("T1", "E1"));
        assertThat(overview.overdue(SHIRE, now, 10)).isEmpty();
        now = now.plus(Duration.ofDays(3));
        assertThat(overview.overdue(SHIRE, now, 10))
                .extracting(line -> line.kind())
                .containsExactly("waiting");
    }

    @Test
    void the_list_pages_by_reference_and_stays_stable() {
        requests(coWorking("T1", "E1"), coWorking("T2", "E2"), coWorking("T3", "E3"));
        requests(stepUp("S1", "E4", Map.of("immediateSafety", "Y", "phonedMashAt", "2026-11-16T10:05")));
        List<String> seen = new ArrayList<>();
        var page = overview.requests(RequestFilter.all(List.of(SHIRE)), null, 2);
        while (!page.isEmpty()) {
            page.forEach(line -> seen.add(line.sourceId()));
            page = overview.requests(
                    RequestFilter.all(List.of(SHIRE)), page.get(page.size() - 1).reference(), 2);
        }
        assertThat(seen).containsExactly("S1", "T1", "T2", "T3");
    }

    @Test
    void the_list_is_narrowed_by_state_locality_type_and_team_and_counted_no_further_than_asked() {
        requests(coWorking("T1", "E1"), Given.inLocality(coWorking("T2", "E2"), "South"));
        requests(stepUp("S1", "E4", Map.of("team", "Duty Team 2")));
        assertThat(narrowed(EnumSet.of(RequestState.WAITING_FOR_EVIDENCE), "", ""))
                .containsExactly("T1", "T2");
        assertThat(narrowed(Set.of(), "South", "")).containsExactly("T2");
        assertThat(narrowed(Set.of(), "", "step-up")).containsExactly("S1");
        assertThat(narrowed(EnumSet.of(RequestState.CLOSED), "", "")).isEmpty();
        assertThat(sourceIds(new RequestFilter(List.of(SHIRE), Set.of(), "", "", "duty team 2")))
                .containsExactly("S1");
        assertThat(sourceIds(new RequestFilter(List.of(SHIRE), Set.of(), "", "", "Duty")))
                .isEmpty();
        assertThat(overview.countedTo(List.of(SHIRE), 1)).containsEntry(RequestState.WAITING_FOR_EVIDENCE, 1);
        assertThat(overview.countedTo(List.of(SHIRE), 100)).containsEntry(RequestState.WAITING_FOR_EVIDENCE, 2);
        assertThat(overview.countedTo(List.of(new Authority("elsewhere")), 100)).isEmpty();
    }

    @Test
    void people_find_a_request_by_its_reference_its_ids_and_parts_of_the_name_among_their_own() {
        requests(coWorking("T1", "E1", Map.of("socialWorker", "Sam O'Hara")), coWorking("T2", "E2"));
        requests(stepUp("S1", "E3", Map.of("raisedBy", "Jo Bright")));
        String reference = lines().get(1).reference().value();
        assertThat(found(reference)).containsExactly("T2");
        assertThat(found(reference.toLowerCase(Locale.ROOT))).containsExactly("T2");
        assertThat(found("t2")).containsExactly("T2");
        assertThat(found(" E1 ")).containsExactly("T1");
        assertThat(found("isla SMITH")).containsExactly("S1", "T2", "T1");
        assertThat(found("sam o'hara")).as("the worker").containsExactly("T1");
        assertThat(found("jo bright")).containsExactly("S1");
        assertThat(found("isla jones")).isEmpty();
        assertThat(found("isla e1")).containsExactly("T1");
        assertThat(found("' ; -")).isEmpty();
        assertThat(overview.search(List.of(new Authority("elsewhere")), "T2", 10))
                .isEmpty();
    }

    @Test
    void of_what_many_requests_have_in_common_the_latest_are_found() {
        requests(IntStream.rangeClosed(1, 45)
                .mapToObj(number -> coWorking("T" + number, "E" + number))
                .toArray(Request[]::new));
        List<Authority> shire = List.of(SHIRE);
        assertThat(overview.search(shire, "smith", 1))
                .extracting(line -> line.sourceId())
                .containsExactly("T45");
        assertThat(overview.search(shire, "smith", 2))
                .extracting(line -> line.sourceId())
                .containsExactly("T45", "T44");
    }

    private List<String> narrowed(Set<RequestState> states, String locality, String type) {
        return sourceIds(new RequestFilter(List.of(SHIRE), states, locality, type, ""));
    }

    private List<String> sourceIds(RequestFilter filter) {
        return overview.requests(filter, null, 100).stream()
                .map(line -> line.sourceId())
                .toList();
    }

    private List<String> found(String words) {
        return overview.search(List.of(SHIRE), words, 10).stream()
                .map(line -> line.sourceId())
                .toList();
    }

    @Test
    void notes_that_end_while_a_request_is_decided_never_make_it_look_unsupported() {
        Notes overtaken = new Notes(jdbc) {
            @Override
            List<List<Note>> about(Authority authority, List<Child> children, Merges merges) {
                List<List<Note>> seen = super.about(authority, children, merges);
                CompletableFuture.runAsync(() -> notes(complete(), note("N1", "E1", "agreed")))
                        .join();
                return seen;
            }
        };
        JdbcLedger slow = new LedgerParts(SOURCE, packs, clock, overtaken).ledger;
        FileProgress file = slow.open(arrival(null));
        slow.receive(new Batch<>(file.fileId(), SHIRE, rows(coWorking("T1", "E1")), List.of(), 1), caseworker);

        assertThat(states()).containsExactly(Map.entry(RequestState.WAITING_FOR_EVIDENCE, 1L));
        recheck();
        assertThat(states()).containsExactly(Map.entry(RequestState.ALLOCATED, 1L));
    }

    private Map<RequestState, Long> states() {
        return overview.requestsByState(List.of(SHIRE));
    }

    private List<org.stepbridge.casework.Overview.RequestLine> lines() {
        return overview.requests(RequestFilter.all(List.of(SHIRE)), null, 100);
    }

    private int recheck() {
        return ledger.recheck(SHIRE, 100, caseworker);
    }

    private FileProgress requests(Request... requests) {
        FileProgress file = ledger.open(arrival(null));
        FileProgress end = ledger.receive(
                new Batch<>(file.fileId(), SHIRE, rows(requests), List.of(), requests.length), caseworker);
        ledger.close(file.fileId(), end(TRANSFERS));
        ledger.moved(file.fileId());
        return end;
    }

    private static Feed smallest(int percent) {
        return usual(true, new Usual(false, percent, null));
    }

    private static Feed usual(boolean full, Usual usual) {
        return new Feed(
                NOTES.id(),
                NOTES.uri(),
                NOTES.directory(),
                NOTES.fileName(),
                NOTES.extractTime(),
                NOTES.kind(),
                NOTES.after(),
                NOTES.headerOnly(),
                full,
                NOTES.silence(),
                usual,
                NOTES.mapping());
    }

    private void notes(@Nullable Instant watermark, Note... notes) {
        notes(watermark, List.of(), notes);
    }

    private void notes(@Nullable Instant watermark, List<FeedTrouble> troubles, Note... notes) {
        notes(NOTES, watermark, troubles, notes);
    }

    private void notes(Feed feed, @Nullable Instant watermark, List<FeedTrouble> troubles, Note... notes) {
        FileProgress file = ledger.open(arrival("notes", watermark));
        List<NoteRow> rows = new ArrayList<>();
        for (Note note : notes) {
            rows.add(new NoteRow(rows.size() + 2, note));
        }
        if (!rows.isEmpty()) {
            ledger.add(new Batch<>(file.fileId(), SHIRE, rows, List.of(), rows.size()));
        }
        Instant before = now;
        now = watermark == null || now.isAfter(watermark) ? now : watermark; // an export is read when it has been made
        ledger.close(file.fileId(), new FileEnd(feed, Findings.NONE, troubles));
        now = before;
        ledger.moved(file.fileId());
    }

    private static Instant complete() {
        return MONDAY.plus(Duration.ofHours(12));
    }

    private static List<RequestRow> rows(Request... requests) {
        List<RequestRow> rows = new ArrayList<>();
        for (Request request : requests) {
            rows.add(new RequestRow(rows.size() + 2, request, List.of()));
        }
        return rows;
    }

    private static RejectedRow rejected(long row) {
        return new RejectedRow(row, "RequestedAt", "31/02/2026", "not a real date", null, "");
    }

    private static FileEnd end(Feed feed) {
        return new FileEnd(feed, Findings.NONE, List.of());
    }

    private FileArrival arrival(@Nullable Instant extracted) {
        return arrival("transfers", extracted);
    }

    private FileArrival arrival(String feed, @Nullable Instant extracted) {
        return parts.arrival(feed, extracted);
    }

    private long count(String table) {
        return Objects.requireNonNull(
                jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private List<String> audit(String action) {
        return jdbc.sql("select detail from audit where action = ?")
                .param(action)
                .query(String.class)
                .list();
    }

    private DeliveryState delivery(Channel channel) {
        return Objects.requireNonNull(overview.deliveries(List.of(SHIRE)).get(channel)).keySet().stream()
                .findFirst()
                .orElseThrow();
    }
}
