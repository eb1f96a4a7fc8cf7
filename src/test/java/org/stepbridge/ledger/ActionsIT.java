package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.coWorking;
import static org.stepbridge.testing.Given.note;
import static org.stepbridge.testing.Given.stepUp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.casework.Parcel;
import org.stepbridge.casework.Queues;
import org.stepbridge.model.Answer;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Note;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.model.RequestState;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** What people do by hand, on a real PostgreSQL. */
class ActionsIT {
    private static final DataSource SOURCE = TestDatabase.migrated();
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc = JdbcClient.create(SOURCE);
    private Instant now = MONDAY.plus(Duration.ofHours(2));
    private final Clock clock = Given.clock(() -> now);
    private final LedgerParts parts = new LedgerParts(SOURCE, Given.packs(), clock);

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void a_held_request_is_accepted_with_the_note_that_a_person_chose_and_everything_follows() {
        notes(note("N1", "E1", "unsure"));
        Reference held = take(coWorking("T1", "E1"));
        assertThat(state(held)).isEqualTo("held");

        assertThat(perform(held, new Action.Settle(new Answer.UseNote("N1"))))
                .isEqualTo(new DeedResult.Done(RequestState.ALLOCATED));

        Parcel parcel = parts.outbox.claim(Channel.ALLOCATIONS, 10, LEASE).get(0);
        assertThat(parcel.items().get(0).decision().reasons())
                .anyMatch(reason -> reason.text().startsWith("A person found that the note confirms"));
        assertThat(audit()).contains("user:jo use-note deed", "stepbridge decided settled by user:jo");
    }

    @Test
    void a_note_of_nobody_or_of_another_child_cannot_be_chosen() {
        notes(note("N1", "E1", "unsure"), note("N2", "E2", "agreed"));
        Reference held = take(coWorking("T1", "E1"));
        assertThat(perform(held, new Action.Settle(new Answer.UseNote("N2"))))
                .isInstanceOf(DeedResult.Impossible.class);
        assertThat(state(held)).isEqualTo("held");
        assertThat(count("deed")).isZero();
    }

    @Test
    void answers_add_up_and_hold_when_the_request_is_checked_again() {
        notes(note("N1", "E1", "unsure"));
        Reference held = take(Given.inLocality(coWorking("T1", "E1"), "Atlantis"));
        assertThat(perform(held, new Action.Settle(new Answer.SendTo("tray:North"))))
                .as("the evidence is still open")
                .isInstanceOf(DeedResult.Impossible.class);
        assertThat(perform(held, new Action.Settle(new Answer.UseNote("N1"))))
                .as("the tray is still open")
                .isEqualTo(new DeedResult.Done(RequestState.HELD));
        notes(note("N3", "E1", "unsure"));
        parts.ledger.recheck(SHIRE, 10, parts.caseworker);
        assertThat(state(held)).isEqualTo("held");
        assertThat(perform(held, new Action.Settle(new Answer.SendTo("tray:North"))))
                .isEqualTo(new DeedResult.Done(RequestState.ALLOCATED));
    }

    @Test
    void a_person_returns_a_held_request_in_their_own_words() {
        notes(note("N1", "E1", "unsure"));
        Reference held = take(coWorking("T1", "E1"));
        assertThat(perform(held, new Action.Settle(new Answer.GiveBack("Please record what was agreed."))))
                .isEqualTo(new DeedResult.Done(RequestState.RETURNED));
        Parcel parcel = parts.outbox.claim(Channel.LCS_RETURNS, 10, LEASE).get(0);
        assertThat(parcel.items().get(0).decision().reasons().get(0).text())
                .isEqualTo("Please record what was agreed.");
        assertThat(parts.outbox.claim(Channel.NOTICE_EMAIL, 10, LEASE)).hasSize(1);
    }

    @Test
    void a_return_is_undone_with_the_note_that_came_later_and_what_has_not_left_is_taken_back() {
        notes();
        Reference returned = take(coWorking("T1", "E1"));
        assertThat(state(returned)).isEqualTo("returned");
        notes(note("N1", "E1", "agreed"));
        assertThat(perform(returned, new Action.Settle(new Answer.UseNote("N1"))))
                .isEqualTo(new DeedResult.Done(RequestState.ALLOCATED));
        assertThat(parts.outbox.claim(Channel.LCS_RETURNS, 10, LEASE)).isEmpty();
        assertThat(parts.outbox
                        .claim(Channel.ALLOCATIONS, 10, LEASE)
                        .get(0)
                        .items()
                        .get(0)
                        .decision()
                        .flags())
                .anyMatch(flag -> flag.code().equals("return-undone"));
    }

    @Test
    void the_same_form_sent_twice_is_done_once() {
        notes(note("N1", "E1", "unsure"));
        Reference held = take(coWorking("T1", "E1"));
        Deed deed = deed(held, new Action.Settle(new Answer.UseNote("N1")), seen(held));
        assertThat(parts.actions.perform(deed, parts.caseworker)).isInstanceOf(DeedResult.Done.class);
        assertThat(parts.actions.perform(deed, parts.caseworker)).isEqualTo(new DeedResult.DoneBefore(now));
        assertThat(count("deed")).isEqualTo(1);
        assertThat(count("decision")).isEqualTo(2);
    }

    @Test
    void of_two_people_who_decide_the_same_at_once_the_second_is_told_and_nothing_is_overwritten() {
        notes(note("N1", "E1", "unsure"));
        Reference held = take(coWorking("T1", "E1"));
        long seen = seen(held);
        Deed one = deed(held, new Action.Settle(new Answer.UseNote("N1")), seen);
        Deed other = deed(held, new Action.Settle(new Answer.GiveBack("No.")), seen);
        var both = List.of(
                CompletableFuture.supplyAsync(() -> parts.actions.perform(one, parts.caseworker)),
                CompletableFuture.supplyAsync(() -> parts.actions.perform(other, parts.caseworker)));
        List<DeedResult> results = both.stream().map(CompletableFuture::join).toList();
        assertThat(results).filteredOn(DeedResult.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(DeedResult.Changed.class::isInstance).hasSize(1);
        assertThat(count("deed")).isEqualTo(1);
    }

    @Test
    void nobody_touches_what_is_not_theirs_and_a_person_must_say_why() {
        notes(note("N1", "E1", "unsure"));
        Reference held = take(coWorking("T1", "E1"));
        Action use = new Action.Settle(new Answer.UseNote("N1"));
        assertThat(parts.actions.perform(
                        new Deed(UUID.randomUUID(), "user:jo", Set.of(new Authority("other")), held, 0, "why", use),
                        parts.caseworker))
                .isEqualTo(new DeedResult.NotTheirs());
        assertThat(parts.actions.perform(
                        new Deed(UUID.randomUUID(), "user:jo", Set.of(SHIRE), held, 0, " ", use), parts.caseworker))
                .isInstanceOf(DeedResult.Impossible.class);
        assertThat(state(held)).isEqualTo("held");
    }

    @Test
    void what_mash_decides_ends_the_request_and_meets_its_clock_and_a_rejection_needs_a_rationale() {
        Reference referral = take(stepUp("S1", "E1", Map.of()));
        parts.outbox.delivered(parts.outbox.claim(Channel.MASH_EMAIL, 10, LEASE));
        assertThat(state(referral)).isEqualTo("sent-to-mash");
        assertThat(perform(referral, outcome(Action.Party.MASH, Action.Said.REJECTED, " ")))
                .isInstanceOf(DeedResult.Impossible.class);
        assertThat(perform(referral, outcome(Action.Party.HUB, Action.Said.DECLINED, "full")))
                .isInstanceOf(DeedResult.Impossible.class);
        assertThat(perform(referral, outcome(Action.Party.MASH, Action.Said.REJECTED, "Below the threshold.")))
                .isEqualTo(new DeedResult.Done(RequestState.CLOSED));
        assertThat(jdbc.sql("select count(*) from clock where clock = 'mash-decision' and met_at is not null")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select state from delivery where channel = 'mash-email'")
                        .query(String.class)
                        .single())
                .isEqualTo("acknowledged");
    }

    @Test
    void the_hub_may_waitlist_and_later_accept() {
        notes(note("N1", "E1", "agreed"));
        Reference queued = take(coWorking("T1", "E1", Map.of("evidenceBased", "Y")));
        assertThat(perform(queued, outcome(Action.Party.HUB, Action.Said.WAITLISTED, "")))
                .isEqualTo(new DeedResult.Done(RequestState.QUEUED_FOR_HUB));
        Queues.Queued waiting =
                parts.queues.waitingFor(Action.Party.HUB, List.of(SHIRE), 10).get(0);
        assertThat(waiting.reference()).isEqualTo(queued);
        assertThat(waiting.said()).isEqualTo(Action.Said.WAITLISTED);
        assertThat(waiting.seen()).isEqualTo(seen(queued));
        assertThat(perform(queued, outcome(Action.Party.HUB, Action.Said.ACCEPTED, "")))
                .isEqualTo(new DeedResult.Done(RequestState.CLOSED));
        assertThat(parts.queues.waitingFor(Action.Party.HUB, List.of(SHIRE), 10))
                .isEmpty();
    }

    @Test
    void mash_has_urgent_ones_before_it_first_with_their_clock_and_those_of_its_own_authorities_only() {
        Reference plain = take(stepUp("S1", "E1", Map.of()));
        Reference urgent = take(stepUp("S2", "E2", Map.of("immediateSafety", "Y")));
        parts.outbox.delivered(parts.outbox.claim(Channel.MASH_EMAIL, 10, LEASE));

        List<Queues.Queued> waiting = parts.queues.waitingFor(Action.Party.MASH, List.of(SHIRE), 10);

        assertThat(waiting).extracting(Queues.Queued::reference).containsExactly(urgent, plain);
        assertThat(waiting).allSatisfy(line -> {
            assertThat(line.due()).isNotNull();
            assertThat(line.due().clock()).isEqualTo("mash-decision");
            assertThat(line.due().at()).isAfter(now);
            assertThat(line.said()).isNull();
        });
        assertThat(parts.queues.waitingFor(Action.Party.MASH, List.of(new Authority("elsewhere")), 10))
                .isEmpty();
        assertThat(parts.queues.waitingFor(Action.Party.MASH, List.of(SHIRE), 1))
                .hasSize(1);
    }

    @Test
    void an_urgent_step_up_cannot_be_returned_nor_closed_before_the_call_is_recorded() {
        Reference urgent = take(stepUp("S1", "E1", Map.of("immediateSafety", "Y")));
        assertThat(perform(urgent, new Action.Settle(new Answer.GiveBack("No agreement."))))
                .isInstanceOf(DeedResult.Impossible.class);
        parts.outbox.delivered(parts.outbox.claim(Channel.MASH_EMAIL, 10, LEASE));
        assertThat(perform(urgent, new Action.Close())).isInstanceOf(DeedResult.Impossible.class);
        assertThat(perform(urgent, new Action.RecordPhoneCall(now, "Duty desk")))
                .isInstanceOf(DeedResult.Done.class);
        assertThat(jdbc.sql("select detail from audit where action = 'record-phone-call'")
                        .query(String.class)
                        .single())
                .contains("called " + now + ", taken by Duty desk");
        assertThat(parts.overview.tasks(List.of(SHIRE), 10)).isEmpty();
        assertThat(perform(urgent, new Action.Close())).isEqualTo(new DeedResult.Done(RequestState.CLOSED));
    }

    @Test
    void a_delivery_in_doubt_is_sent_once_more_or_marked_as_arrived() {
        Reference referral = take(stepUp("S1", "E1", Map.of()));
        Parcel first = parts.outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0);
        jdbc.sql("update delivery set state = 'failed' where id = ?")
                .param(first.id())
                .update();

        assertThat(perform(referral, new Action.Resend(first.id()))).isInstanceOf(DeedResult.Done.class);
        Parcel second = parts.outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.mayRepeat()).isTrue();
        assertThat(second.item().reference()).isEqualTo(referral);
        assertThat(perform(referral, new Action.Resend(second.id()))).isInstanceOf(DeedResult.Impossible.class);

        jdbc.sql("update delivery set state = 'failed' where id = ?")
                .param(second.id())
                .update();
        assertThat(perform(referral, new Action.MarkDelivered(second.id())))
                .isEqualTo(new DeedResult.Done(RequestState.SENT_TO_MASH));
    }

    private DeedResult perform(Reference reference, Action action) {
        return parts.actions.perform(deed(reference, action, seen(reference)), parts.caseworker);
    }

    private static Deed deed(Reference reference, Action action, long seen) {
        return new Deed(UUID.randomUUID(), "user:jo", Set.of(SHIRE), reference, seen, "Because.", action);
    }

    private static Action outcome(Action.Party by, Action.Said said, String rationale) {
        return new Action.RecordOutcome(by, said, rationale, null);
    }

    private Reference take(Request request) {
        parts.take(request);
        return parts.reference(request.sourceId());
    }

    /** An export of notes that is complete past every request. */
    private void notes(Note... notes) {
        now = MONDAY.plus(Duration.ofHours(13));
        parts.notes(now, notes);
    }

    private long seen(Reference reference) {
        return jdbc.sql("select decision_id from request where reference = ?")
                .param(reference.value())
                .query(Long.class)
                .single();
    }

    private String state(Reference reference) {
        return jdbc.sql("select state from request where reference = ?")
                .param(reference.value())
                .query(String.class)
                .single();
    }

    private String audit() {
        return String.join(
                "\n",
                jdbc.sql("select actor || ' ' || action || ' ' || detail from audit order by id")
                        .query(String.class)
                        .list());
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
