package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.askedAt;
import static org.stepbridge.testing.Given.coWorking;
import static org.stepbridge.testing.Given.note;
import static org.stepbridge.testing.Given.stepUp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepbridge.casework.Correspondence;
import org.stepbridge.casework.Incoming;
import org.stepbridge.casework.Overview.AttentionLine;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Channel;
import org.stepbridge.protocol.ClockRule;
import org.stepbridge.protocol.Condition;
import org.stepbridge.protocol.Notice;
import org.stepbridge.protocol.Within;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** Nothing is stuck in silence (G9): the clock runs past every age limit, on a real PostgreSQL. */
class AlarmsIT {
    private static final DataSource SOURCE = TestDatabase.migrated();
    private static final Duration LEASE = Duration.ofMinutes(1);
    /** When one working day from Monday morning has passed. */
    private static final Duration TUESDAY_NIGHT = Duration.ofHours(38);

    private Instant now = MONDAY;
    private final LedgerParts parts = new LedgerParts(SOURCE, Given.packs(), Given.clock(() -> now));

    @BeforeEach
    void empty() {
        parts.empty();
    }

    private static Arguments still(String kind, Duration limit, Consumer<AlarmsIT> happened) {
        return Arguments.of(kind, limit, happened);
    }

    static Stream<Arguments> standing() {
        return Stream.of(
                still("waiting", Duration.ofDays(2), test -> test.parts.take(coWorking("T1", "E1"))),
                still("held", Duration.ofDays(1), test -> {
                    test.parts.notes(test.now, note("N1", "E1", "unsure"));
                    test.parts.take(coWorking("T1", "E1"));
                }),
                still(
                        "future",
                        Duration.ZERO,
                        test -> test.parts.take(askedAt(coWorking("T1", "E1"), MONDAY.plus(Duration.ofDays(9))))),
                still("delivery", Duration.ofHours(1), test -> test.parts.take(stepUp("S1", "E1", Map.of()))),
                still("task", Duration.ofHours(1), test -> {
                    test.parts.take(stepUp("S1", "E1", Map.of("immediateSafety", "Y")));
                    test.deliverAll();
                }),
                still("clock", TUESDAY_NIGHT, test -> {
                    test.parts.take(stepUp("S1", "E1", Map.of()));
                    test.deliverAll();
                }),
                still("hub", Duration.ofDays(5), test -> {
                    test.parts.notes(test.now, note("N1", "E1", "agreed"));
                    test.parts.take(coWorking("T1", "E1", Map.of("evidenceBased", "Y")));
                    test.deliverAll();
                }),
                still(
                        "reply",
                        Duration.ZERO,
                        test -> new Correspondence(test.parts.post, test.parts.actions, test.parts.caseworker)
                                .take(new Incoming.Unreadable(
                                        new Incoming.Envelope(UUID.randomUUID(), SHIRE, Incoming.Source.HUB, "{"),
                                        "no JSON"))),
                still(
                        "file",
                        Duration.ofHours(1),
                        test -> test.parts.ledger.open(test.parts.arrival("requests", null))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("standing")
    void what_stands_still_for_too_long_is_told_once_a_rung_and_anew_only_after_it_moved(
            String kind, Duration limit, Consumer<AlarmsIT> happened) {
        happened.accept(this);
        if (!limit.isZero()) {
            now = MONDAY.plus(limit).minusSeconds(1);
            assertThat(parts.overview.overdue(SHIRE, now, 10))
                    .extracting(AttentionLine::kind)
                    .doesNotContain(kind);
        }
        now = MONDAY.plus(limit);
        AttentionLine line = parts.overview.overdue(SHIRE, now, 10).stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        parts.alarms.raise(SHIRE, List.of());
        assertThat(mails()).filteredOn(mail -> says(mail, line)).singleElement().satisfies(mail -> {
            assertThat(mail.recipients()).containsExactly("office@shire.example");
            assertThat(mail.facts()).containsEntry("telling", "Office");
        });

        assertThat(parts.alarms.raise(SHIRE, List.of())).isZero();

        now = now.plus(Duration.ofDays(4));
        parts.alarms.raise(SHIRE, List.of());
        assertThat(mails())
                .filteredOn(mail -> says(mail, line))
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly("duty@shire.example"));
    }

    @Test
    void an_overdue_clock_is_told_by_its_own_ladder_first_and_two_of_one_request_are_told_apart() {
        LedgerParts clocks = new LedgerParts(
                SOURCE,
                Given.packsWithClocksOnStepUps(
                        clock("laddered", telling(null), telling(new Within.WorkingDays(1))),
                        clock("silent"),
                        clock("silent-too")),
                Given.clock(() -> now));
        JdbcDeadlines deadlines = new JdbcDeadlines(
                clocks.jdbc,
                clocks.transaction,
                clocks.packs,
                Given.clock(() -> now),
                new Clocks(clocks.jdbc, clocks.packs),
                new Notices(clocks.jdbc));
        clocks.take(stepUp("S1", "E1", Map.of()));
        clocks.outbox.delivered(clocks.outbox.claim(Channel.MASH_EMAIL, 10, LEASE));

        now = MONDAY.plus(TUESDAY_NIGHT);
        clocks.alarms.raise(SHIRE, List.of());
        deadlines.tick(10);
        clocks.alarms.raise(SHIRE, List.of());
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.facts().get("standing"))
                        .contains("Overdue: silent (", "Overdue: silent-too (")
                        .doesNotContain("laddered"));

        now = now.plus(Duration.ofDays(2));
        deadlines.tick(10);
        clocks.alarms.raise(SHIRE, List.of());
        assertThat(mails())
                .filteredOn(mail -> mail.facts().getOrDefault("telling", "").equals("Office"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.facts().get("standing"))
                        .contains("Overdue: laddered (")
                        .doesNotContain("silent"));
    }

    private static ClockRule clock(String id, ClockRule.Telling... tellings) {
        return new ClockRule(
                id,
                "SHI-16",
                id,
                "delivered",
                Condition.ALWAYS,
                new Within.WorkingDays(1),
                null,
                ClockRule.Met.BY_HAND,
                List.of(tellings),
                false);
    }

    private static ClockRule.Telling telling(@Nullable Within after) {
        return new ClockRule.Telling("", "Duty", after, false, List.of(new Notice("clock-overdue", List.of("duty"))));
    }

    private static boolean says(Parcel mail, AttentionLine line) {
        return mail.facts().getOrDefault("standing", "").contains("- " + line.what() + ", ")
                && mail.facts().getOrDefault("standing", "").contains(line.problem());
    }

    @Test
    void a_file_that_lies_unread_is_told_until_it_is_gone() {
        AttentionLine unread = new AttentionLine("unread", "inbox/shire/lcs/a.csv", MONDAY, "No feed takes it.");
        assertThat(parts.alarms.raise(SHIRE, List.of(unread))).isEqualTo(1);
        assertThat(parts.alarms.raise(SHIRE, List.of(unread))).isZero();
        assertThat(parts.alarms.raise(SHIRE, List.of())).isZero();
        assertThat(parts.alarms.raise(SHIRE, List.of(unread)))
                .as("another node may not see it")
                .isZero();
        now = now.plus(Duration.ofMinutes(30));
        assertThat(parts.alarms.raise(SHIRE, List.of())).isZero();
        assertThat(parts.alarms.raise(SHIRE, List.of(unread))).isEqualTo(1);
    }

    @Test
    void several_things_are_told_in_one_email_and_a_later_one_is_told_alone() {
        AttentionLine one = new AttentionLine("unread", "inbox/shire/lcs/one.csv", now, "No feed takes it.");
        AttentionLine two = new AttentionLine("unread", "inbox/shire/lcs/two.csv", now, "No feed takes it.");
        parts.alarms.raise(SHIRE, List.of(one, two));
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.facts()).containsEntry("count", "2");
            assertThat(mail.facts().get("standing")).contains("one.csv", "two.csv");
        });

        AttentionLine three = new AttentionLine("unread", "inbox/shire/lcs/three.csv", now, "No feed takes it.");
        parts.alarms.raise(SHIRE, List.of(one, two, three));
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.facts()).containsEntry("count", "1"));
    }

    @Test
    void an_email_that_tells_of_standstill_raises_no_other_and_is_replaced_once_a_later_one_arrived() {
        AttentionLine unread = new AttentionLine("unread", "inbox/shire/lcs/a.csv", MONDAY, "No feed takes it.");
        parts.alarms.raise(SHIRE, List.of(unread));
        UUID first = fail();
        parts.alarms.raise(SHIRE, List.of(unread));
        assertThat(mails())
                .as("the next on the ladder hears of the file, and not of the email")
                .allSatisfy(mail -> assertThat(mail.facts()).containsEntry("count", "1"));
        assertThat(state(first)).isEqualTo("failed");

        AttentionLine other = new AttentionLine("unread", "inbox/shire/lcs/b.csv", MONDAY, "No feed takes it.");
        parts.alarms.raise(SHIRE, List.of(unread, other));
        parts.outbox.delivered(mails());
        parts.alarms.raise(SHIRE, List.of(unread, other));
        assertThat(state(first)).isEqualTo("superseded");
    }

    /** Tries it until it has failed for good. */
    private UUID fail() {
        UUID id = null;
        for (int attempt = 0; attempt < Backoff.LEAST_ATTEMPTS; attempt++) {
            Parcel mail = mails().get(0);
            id = mail.id();
            parts.outbox.failed(mail, "refused");
            now = now.plus(Duration.ofDays(1));
        }
        return java.util.Objects.requireNonNull(id);
    }

    private String state(UUID delivery) {
        return parts.jdbc
                .sql("select state from delivery where id = ?")
                .param(delivery)
                .query(String.class)
                .single();
    }

    private void deliverAll() {
        for (Channel channel : Channel.values()) {
            parts.outbox.delivered(parts.outbox.claim(channel, 10, LEASE));
        }
    }

    /** The emails about standstill that are due. */
    private List<Parcel> mails() {
        return parts.outbox.claim(Channel.NOTICE_EMAIL, 10, LEASE).stream()
                .filter(mail -> mail.template().equals("standstill"))
                .toList();
    }
}
