package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.stepUp;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.casework.IncomingPost;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Channel;
import org.stepbridge.protocol.ClockRule;
import org.stepbridge.protocol.Condition;
import org.stepbridge.protocol.Within;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** Clocks that start when an email to MASH has arrived, on a real PostgreSQL. */
class ArrivedClocksIT {
    private static final DataSource SOURCE = TestDatabase.migrated();

    private final LedgerParts parts = new LedgerParts(
            SOURCE,
            Given.packsWithClocksOnStepUps(
                    clock("decision", Condition.ALWAYS, new Within.WorkingDays(1)),
                    clock("childhood", Condition.ALWAYS, new Within.Birthday(18, Period.ZERO)),
                    clock(
                            "home-day",
                            facts -> facts.request().details().text("concerns").equals("Missing"),
                            new Within.Day("home", Period.ZERO))),
            Given.clock(() -> MONDAY));

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void a_clock_up_to_a_birthday_or_a_day_of_the_request_starts_when_the_email_has_arrived() {
        parts.take(
                stepUp("S1", "E1", Map.of("concerns", "Missing", "home", "2026-11-20")),
                stepUp("S2", "E2", Map.of("home", "2026-11-20")));
        parts.outbox.delivered(mails());

        assertThat(clocks("S1"))
                .containsExactly(
                        "decision 2026-11-18 00:00 running",
                        "childhood 2036-03-01 00:00 running",
                        "home-day 2026-11-21 00:00 running");
        assertThat(clocks("S2")).as("its condition does not hold").hasSize(2);
    }

    @Test
    void they_stop_when_the_email_comes_back_and_are_met_when_MASH_decides() {
        parts.take(stepUp("S1", "E1", Map.of()), stepUp("S2", "E2", Map.of()));
        List<Parcel> sent = mails();
        parts.outbox.delivered(sent);
        Parcel first = sent.stream()
                .filter(mail -> mail.items().get(0).reference().equals(parts.reference("S1")))
                .findFirst()
                .orElseThrow();
        new Afterwards(
                        parts.jdbc,
                        parts.receipts,
                        new LastTry(parts.jdbc, parts.packs, parts.decisions),
                        parts.decisions)
                .follow(
                        SHIRE,
                        new IncomingPost.Sent(first.id(), Channel.MASH_EMAIL, parts.reference("S1"), true),
                        IncomingPost.Kind.BOUNCE,
                        "it came back",
                        MONDAY);
        assertThat(parts.actions.perform(
                        new Deed(
                                UUID.randomUUID(),
                                "user:mash",
                                Set.of(SHIRE),
                                parts.reference("S2"),
                                0,
                                "They take it on.",
                                new Action.RecordOutcome(Action.Party.MASH, Action.Said.ACCEPTED, "", null)),
                        parts.caseworker))
                .isInstanceOf(DeedResult.Done.class);

        assertThat(clocks("S1")).allMatch(clock -> clock.endsWith("stopped"));
        assertThat(clocks("S2")).allMatch(clock -> clock.endsWith("met"));
    }

    private List<Parcel> mails() {
        return parts.outbox.claim(Channel.MASH_EMAIL, 10, Duration.ofMinutes(1));
    }

    private List<String> clocks(String sourceId) {
        return parts.jdbc.sql("""
                        select clock || ' ' || to_char(due_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI')
                               || case when met_at is not null then ' met' when stopped_at is not null then ' stopped'
                                       else ' running' end
                        from clock c join request r on r.id = c.request_id where r.source_id = ? order by c.id""").param(sourceId).query(String.class).list();
    }

    private static ClockRule clock(String id, Condition when, Within within) {
        return new ClockRule(
                id,
                "SHI-16",
                id,
                "delivered",
                when,
                within,
                null,
                new ClockRule.Met(Set.of(), false, Set.of(), Set.of(), Set.of()),
                List.of(),
                false);
    }
}
