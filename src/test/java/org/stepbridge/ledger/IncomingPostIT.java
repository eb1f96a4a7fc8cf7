package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.coWorking;
import static org.stepbridge.testing.Given.note;
import static org.stepbridge.testing.Given.stepUp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Correspondence;
import org.stepbridge.casework.Incoming;
import org.stepbridge.casework.IncomingPost;
import org.stepbridge.casework.Overview.AttentionLine;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Note;
import org.stepbridge.model.Reference;
import org.stepbridge.protocol.Limits;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** What becomes of requests and deliveries when something comes back, on a real PostgreSQL. */
class IncomingPostIT {
    private static final DataSource SOURCE = TestDatabase.migrated();
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc = JdbcClient.create(SOURCE);
    private final Packs packs = Given.packs();
    private Instant now = MONDAY.plus(Duration.ofHours(2));
    private final Clock clock = Given.clock(() -> now);
    private final LedgerParts parts = new LedgerParts(SOURCE, packs, clock);
    private final JdbcIncomingPost post = parts.post;
    private final Correspondence correspondence = new Correspondence(post, parts.actions, parts.caseworker);

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void a_reply_of_the_hub_ends_the_request_once_and_meets_what_its_delivery_started() {
        Reference reference = atHub();
        assertThat(correspondence.take(hub("1", reference, Action.Said.ACCEPTED)))
                .isEmpty();
        assertThat(correspondence.take(hub("1", reference, Action.Said.ACCEPTED)))
                .isEmpty();

        assertThat(state()).isEqualTo("closed");
        assertThat(delivery("hub")).isEqualTo("acknowledged");
        assertThat(count("outcome")).isEqualTo(1);
        assertThat(kinds()).containsExactly("outcome");
    }

    @Test
    void the_same_outcome_in_other_words_is_a_repeat_and_another_outcome_is_set_aside_and_listed() {
        Reference reference = atHub();
        correspondence.take(hub("1", reference, Action.Said.ACCEPTED));
        assertThat(correspondence.take(hub("2", reference, Action.Said.ACCEPTED)))
                .isEmpty();
        assertThat(correspondence.take(hub("3", reference, Action.Said.DECLINED)))
                .hasValueSatisfying(problem -> assertThat(problem).contains("not waiting for the hub"));

        assertThat(kinds()).containsExactly("outcome", "repeat", "invalid");
        assertThat(count("outcome")).isEqualTo(1);
        assertThat(overdue("reply")).hasSize(1);
        long id = post.unsettled(List.of(SHIRE), 10).get(0).id();
        assertThat(post.open(List.of(SHIRE), id, "user:one").orElseThrow())
                .matches(one -> one.text().equals("3") && one.unsettled());
        assertThat(post.open(List.of(new Authority("borough")), id, "user:two")).isEmpty();
        assertThat(jdbc.sql("select actor from audit where action = 'read-incoming'")
                        .query(String.class)
                        .list())
                .containsExactly("user:one");
        assertThat(post.settle(List.of(new Authority("borough")), id, "user:jo", "seen"))
                .isFalse();
        assertThat(post.settle(List.of(SHIRE), id, "user:jo", "seen")).isTrue();
        assertThat(post.settle(List.of(SHIRE), id, "user:jo", "seen")).isFalse();
        assertThat(overdue("reply")).isEmpty();
    }

    @Test
    void a_waitlisted_request_stays_open_and_counts_as_replied() {
        Reference reference = atHub();
        now = now.plus(Limits.HUB_REPLY).minusSeconds(1);
        assertThat(overdue("hub")).isEmpty();
        now = now.plusSeconds(2);
        assertThat(overdue("hub")).extracting(AttentionLine::what).containsExactly(reference.value());

        correspondence.take(hub("1", reference, Action.Said.WAITLISTED));
        assertThat(state()).isEqualTo("queued-for-hub");
        assertThat(overdue("hub")).isEmpty();
        correspondence.take(hub("2", reference, Action.Said.DECLINED));
        assertThat(state()).isEqualTo("closed");
    }

    @Test
    void a_reply_about_no_request_of_that_authority_is_set_aside() {
        Reference reference = atHub();
        assertThat(correspondence.take(hub("1", new Reference("SHI-2026-999999"), Action.Said.ACCEPTED)))
                .isPresent();
        Incoming.Envelope elsewhere =
                new Incoming.Envelope(UUID.randomUUID(), new Authority("borough"), Incoming.Source.HUB, "x");
        assertThat(correspondence.take(new Incoming.HubReply(elsewhere, reference, Action.Said.ACCEPTED, "", null)))
                .isPresent();
        assertThat(state()).isEqualTo("queued-for-hub");
    }

    @Test
    void after_a_crash_between_the_outcome_and_the_filing_the_message_is_filed_and_the_outcome_stands_once() {
        Reference reference = atHub();
        Correspondence crashing = new Correspondence(
                new JdbcIncomingPost(jdbc, parts.transaction, Clock.systemUTC(), null) {
                    @Override
                    public boolean file(Incoming incoming, Sent about, Kind kind, String problem) {
                        throw new IllegalStateException("crashed");
                    }
                },
                parts.actions,
                parts.caseworker);
        assertThatThrownBy(() -> crashing.take(hub("1", reference, Action.Said.ACCEPTED)))
                .hasMessage("crashed");
        assertThat(correspondence.take(hub("1", reference, Action.Said.ACCEPTED)))
                .isEmpty();

        assertThat(kinds()).containsExactly("outcome");
        assertThat(count("outcome")).isEqualTo(1);
    }

    @Test
    void a_step_up_that_bounces_is_not_with_mash_and_somebody_must_phone() {
        Parcel mail = atMash();
        assertThat(running()).containsExactly("mash-decision");
        correspondence.take(report(mail.id(), Incoming.Event.FAILED));
        correspondence.take(report(mail.id(), Incoming.Event.FAILED));

        assertThat(delivery("mash-email")).isEqualTo("failed");
        assertThat(state()).isEqualTo("mash-pending");
        assertThat(running()).as("the bounce has ended the waiting").isEmpty();
        assertThat(tasks()).containsExactly("mash-email-stuck");
        assertThat(overdue("delivery"))
                .singleElement()
                .satisfies(line -> assertThat(line.problem()).contains("failed", "it came back undelivered (5.1.1)"));
        assertThat(kinds()).containsExactly("bounce");
        assertThat(post.about(List.of(SHIRE), mail.item().reference()))
                .extracting(IncomingPost.Line::kind)
                .containsExactly(IncomingPost.Kind.BOUNCE);
    }

    @Test
    void a_receipt_settles_an_uncertain_delivery() {
        Parcel mail = claimed();
        jdbc.sql("update delivery set state = 'uncertain' where id = ?")
                .param(mail.id())
                .update();
        correspondence.take(report(mail.id(), Incoming.Event.DELIVERED));

        assertThat(delivery("mash-email")).isEqualTo("delivered");
        assertThat(state()).isEqualTo("sent-to-mash");
        assertThat(running()).containsExactly("mash-decision");
    }

    @Test
    void a_late_mail_to_mash_is_told_at_once() {
        correspondence.take(report(atMash().id(), Incoming.Event.DELAYED));
        assertThat(tasks()).containsExactly("mash-email-late");
        assertThat(state()).isEqualTo("sent-to-mash");
    }

    @Test
    void a_reply_in_free_words_acknowledges_the_email_and_asks_a_person_to_read_it() {
        Parcel mail = atMash();
        correspondence.take(letter(about(mail.id()), true, null));

        assertThat(delivery("mash-email")).isEqualTo("acknowledged");
        assertThat(state()).isEqualTo("sent-to-mash");
        assertThat(tasks()).containsExactly("mash-replied");
        assertThat(running()).as("no outcome yet").containsExactly("mash-decision");
    }

    @Test
    void a_stated_outcome_is_recorded_and_meets_the_clock_of_the_decision() {
        Parcel mail = atMash();
        correspondence.take(
                letter(about(mail.id()), true, new Incoming.Stated(Action.Said.REJECTED, "below threshold")));

        assertThat(state()).isEqualTo("closed");
        assertThat(jdbc.sql("select rationale from outcome").query(String.class).single())
                .isEqualTo("below threshold");
        assertThat(jdbc.sql("select count(*) from clock where clock = 'mash-decision' and met_at is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void without_an_outcome_in_the_packs_time_the_step_up_is_overdue() {
        atMash();
        now = now.plus(Duration.ofDays(2));
        assertThat(overdue("clock"))
                .singleElement()
                .satisfies(line -> assertThat(line.problem()).contains("mash-decision"));
    }

    @Test
    void an_outcome_that_anybody_could_have_written_is_left_to_a_person() {
        Parcel mail = atMash();
        Incoming.Stated accepted = new Incoming.Stated(Action.Said.ACCEPTED, "");
        correspondence.take(letter(about(mail.id()), false, accepted));
        Incoming.About subject =
                new Incoming.About(List.of(), List.of(mail.item().reference()));
        correspondence.take(letter(subject, true, accepted));

        assertThat(state()).isEqualTo("sent-to-mash");
        assertThat(kinds()).containsExactly("reply", "reply");
        assertThat(tasks()).containsExactly("mash-replied");
    }

    @Test
    void a_reply_to_a_notice_acknowledges_it_and_states_no_outcome() {
        notes();
        parts.take(coWorking("T1", "E1"));
        Parcel notice = parts.outbox.claim(Channel.NOTICE_EMAIL, 1, LEASE).get(0);
        parts.outbox.delivered(List.of(notice));
        correspondence.take(letter(about(notice.id()), true, new Incoming.Stated(Action.Said.ACCEPTED, "")));

        assertThat(delivery("notice-email")).isEqualTo("acknowledged");
        assertThat(state()).isEqualTo("returned");
        assertThat(tasks()).containsExactly("notice-replied");
    }

    @Test
    void what_matches_nothing_is_kept_and_shown_and_what_a_program_answered_is_only_kept() {
        Parcel mail = atMash();
        correspondence.take(letter(about(UUID.randomUUID()), true, null));
        correspondence.take(new Incoming.Letter(
                envelope("absent", Incoming.Source.MAILBOX), about(mail.id()), true, true, Optional.empty()));
        correspondence.take(new Incoming.Unreadable(envelope("bad", Incoming.Source.MAILBOX), "It is no mail."));

        assertThat(kinds()).containsExactly("unmatched", "automatic", "invalid");
        assertThat(delivery("mash-email")).isEqualTo("delivered");
        assertThat(overdue("reply")).hasSize(2);
        assertThat(post.unsettled(List.of(SHIRE), 10)).hasSize(2);
    }

    @Test
    void what_a_mail_server_says_in_its_own_words_changes_nothing_and_is_shown_at_once() {
        correspondence.take(report(atMash().id(), Incoming.Event.UNCLEAR));

        assertThat(delivery("mash-email")).isEqualTo("delivered");
        assertThat(kinds()).containsExactly("invalid");
        assertThat(overdue("reply"))
                .singleElement()
                .satisfies(line -> assertThat(line.problem()).contains("it may not have arrived"));
    }

    private Reference atHub() {
        notes(note("N1", "E1", "agreed"));
        parts.take(coWorking("T1", "E1", Map.of("evidenceBased", "Y")));
        List<Parcel> messages = parts.outbox.claim(Channel.HUB, 10, LEASE);
        parts.outbox.delivered(messages);
        return messages.get(0).item().reference();
    }

    private Parcel claimed() {
        parts.take(stepUp("S1", "E1", Map.of()));
        return parts.outbox.claim(Channel.MASH_EMAIL, 10, LEASE).get(0);
    }

    private Parcel atMash() {
        Parcel mail = claimed();
        parts.outbox.delivered(List.of(mail));
        return mail;
    }

    private static Incoming.Envelope envelope(String text, Incoming.Source source) {
        UUID key = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return new Incoming.Envelope(key, SHIRE, source, text);
    }

    private static Incoming hub(String text, Reference reference, Action.Said said) {
        return new Incoming.HubReply(envelope(text, Incoming.Source.HUB), reference, said, "", null);
    }

    private static Incoming report(UUID delivery, Incoming.Event event) {
        return new Incoming.StatusReport(envelope("report", Incoming.Source.MAILBOX), about(delivery), event, "5.1.1");
    }

    private static Incoming letter(Incoming.About about, boolean allowed, Incoming.Stated stated) {
        return new Incoming.Letter(
                envelope(about + " " + allowed, Incoming.Source.MAILBOX),
                about,
                false,
                allowed,
                Optional.ofNullable(stated));
    }

    private static Incoming.About about(UUID delivery) {
        return new Incoming.About(List.of(delivery), List.of());
    }

    private List<AttentionLine> overdue(String kind) {
        return parts.overview.overdue(SHIRE, now, 100).stream()
                .filter(line -> line.kind().equals(kind))
                .toList();
    }

    private String state() {
        return jdbc.sql("select state from request").query(String.class).single();
    }

    private String delivery(String channel) {
        return jdbc.sql("select state from delivery where channel = ?")
                .param(channel)
                .query(String.class)
                .single();
    }

    private List<String> kinds() {
        return jdbc.sql("select kind from incoming order by id")
                .query(String.class)
                .list();
    }

    private List<String> tasks() {
        return jdbc.sql("select kind from task where closed_at is null and kind <> 'return-on-liquidlogic' order by id")
                .query(String.class)
                .list();
    }

    private List<String> running() {
        return jdbc.sql("select clock from clock where met_at is null and stopped_at is null")
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void notes(Note... notes) {
        now = MONDAY.plus(Duration.ofHours(12));
        parts.notes(now, notes);
    }
}
