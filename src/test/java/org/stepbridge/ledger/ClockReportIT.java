package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.stepUp;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.ClockReport.By;
import org.stepbridge.casework.ClockReport.Count;
import org.stepbridge.casework.ClockReport.Kept;
import org.stepbridge.casework.ClockReport.Line;
import org.stepbridge.casework.ClockReport.Tally;
import org.stepbridge.casework.ClockReport.Who;
import org.stepbridge.casework.Deed;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Reference;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** How deadlines stand, on a real PostgreSQL. */
class ClockReportIT {
    private static final DataSource SOURCE = TestDatabase.migrated();

    private Instant now = MONDAY.plus(Duration.ofHours(2));
    private final LedgerParts parts = new LedgerParts(SOURCE, Given.packs(), Given.clock(() -> now));
    private final JdbcClockReport report = new JdbcClockReport(parts.jdbc, Given.packs());

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void a_running_deadline_is_in_the_time_in_which_it_is_due_and_in_no_other() {
        Reference referral = referral("S1");
        Instant due = running(Instant.EPOCH, now.plus(Duration.ofDays(9)), false)
                .get(0)
                .dueAt();

        assertThat(running(due.minusSeconds(1), due, false))
                .extracting(Line::reference, Line::clock, Line::team)
                .containsExactly(tuple(referral, "mash-decision", "Team 3"));
        assertThat(running(due, due.plusSeconds(9), false)).isEmpty();
        assertThat(running(Instant.EPOCH, due.minusSeconds(1), false)).isEmpty();
        assertThat(running(Instant.EPOCH, due, true)).isEmpty();
        assertThat(report.running(List.of(new Authority("elsewhere")), Instant.EPOCH, due, false, 9))
                .isEmpty();
    }

    @Test
    void running_deadlines_are_counted_by_kind_up_to_a_limit() {
        referral("S1");
        referral("S2");
        Instant late = now.plus(Duration.ofDays(9));

        assertThat(report.tally(List.of(SHIRE), Instant.EPOCH, late, false, 9))
                .containsExactly(new Tally(SHIRE, "step-up", "mash-decision", "SHI-16", 2));
        assertThat(report.tally(List.of(SHIRE), Instant.EPOCH, late, false, 1))
                .extracting(Tally::count)
                .containsExactly(1L);
        assertThat(report.tally(List.of(SHIRE), Instant.EPOCH, late, true, 9)).isEmpty();
    }

    @Test
    void a_half_met_deadline_says_which_system_has_its_record_and_a_paused_one_is_left_out() {
        referral("S1");
        Instant late = now.plus(Duration.ofDays(9));
        parts.jdbc.sql("update clock set half_on = 'LCS'").update();
        assertThat(running(Instant.EPOCH, late, true)).hasSize(1);

        parts.jdbc.sql("update clock set paused_at = now()").update();
        assertThat(running(Instant.EPOCH, late, false)).isEmpty();
    }

    @Test
    void what_has_come_due_is_counted_by_deadline_and_month_as_kept_late_or_missed() {
        Reference inTime = referral("S1");
        Reference late = referral("S2");
        referral("S3");
        accept(inTime);
        now = now.plus(Duration.ofDays(9));
        accept(late);

        List<Kept> kept = kept(now, By.TEAM);

        assertThat(kept)
                .containsExactly(new Kept(
                        SHIRE,
                        "step-up",
                        "mash-decision",
                        "SHI-16",
                        new Who("", "Team 3", ""),
                        YearMonth.from(LocalDate.ofInstant(MONDAY, ZoneOffset.UTC)),
                        new Count(1, 1, 1)));
        assertThat(kept(MONDAY, By.TEAM)).isEmpty();
    }

    @Test
    void figures_are_told_apart_by_what_is_asked_for_only() {
        referral("S1", "Sam Ellery");
        referral("S2", "Kit Lowe");
        now = now.plus(Duration.ofDays(9));

        assertThat(kept(now, By.WORKER))
                .extracting(Kept::who)
                .containsExactly(new Who("", "", "Kit Lowe"), new Who("", "", "Sam Ellery"));
        assertThat(kept(now, By.LOCALITY, By.TEAM))
                .extracting(one -> one.who().worker(), one -> one.count().missed())
                .containsExactly(tuple("", 2L));
    }

    private List<Kept> kept(Instant until, By... by) {
        return report.kept(List.of(SHIRE), Instant.EPOCH, until, Set.of(by));
    }

    private List<Line> running(Instant behind, Instant until, boolean half) {
        return report.running(List.of(SHIRE), behind, until, half, 9);
    }

    private void accept(Reference reference) {
        parts.actions.perform(
                new Deed(
                        UUID.randomUUID(),
                        "user:jo",
                        Set.of(SHIRE),
                        reference,
                        0,
                        "They rang.",
                        new Action.RecordOutcome(Action.Party.MASH, Action.Said.ACCEPTED, "", null)),
                parts.caseworker);
    }

    /** A step-up that has been delivered, so that MASH's time runs. */
    private Reference referral(String id) {
        return referral(id, "Sam Ellery");
    }

    private Reference referral(String id, String worker) {
        parts.take(stepUp(id, "E" + id, Map.of("team", "Team 3", "raisedBy", worker)));
        parts.outbox.delivered(parts.outbox.claim(Channel.MASH_EMAIL, 10, Duration.ofMinutes(2)));
        return parts.reference(id);
    }
}
