package org.stepbridge.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.casework.Taken.DAILY;
import static org.stepbridge.casework.Taken.MONDAY_6AM;
import static org.stepbridge.casework.Taken.aFile;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.FeedAlerts.Alert;
import org.stepbridge.casework.FeedTrouble.Kind;

class FeedAlertsTest {
    private static final FeedAlerts ALERTS =
            new FeedAlerts(day -> day.getDayOfWeek().getValue() < 6, ZoneId.of("Europe/London"));

    @Test
    void a_feed_with_a_sound_file_in_time_has_no_alert() {
        assertThat(alerts(DAILY, day(4, 7), aFile(4), aFile(3))).isEmpty();
    }

    @Test
    void one_alert_of_each_kind_says_since_when_what_and_what_to_do_and_ends_with_a_sound_file() {
        Taken small = aFile(3).with(Kind.SMALL);
        Taken smallAndBroken = aFile(4).with(Kind.SMALL, Kind.BROKEN);

        assertThat(alerts(DAILY, day(4, 7), smallAndBroken, small, aFile(2)))
                .extracting(Alert::kind, Alert::since)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.SMALL, small.file().openedAt()),
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.BROKEN, smallAndBroken.file().openedAt()));
        assertThat(alerts(DAILY, day(4, 7), smallAndBroken, small, aFile(2))
                        .get(0)
                        .text())
                .isEqualTo("notes-4: it is SMALL. " + Kind.SMALL.mend());
        assertThat(alerts(DAILY, day(5, 7), aFile(5), smallAndBroken, small)).isEmpty();
    }

    @Test
    void an_old_file_over_again_cures_nothing() {
        assertThat(alerts(DAILY, day(4, 7), aFile(2), aFile(4).with(Kind.SMALL), aFile(3), aFile(2)))
                .extracting(Alert::kind)
                .containsExactly(Kind.SMALL);
    }

    @Test
    void a_sound_file_makes_up_for_an_earlier_one_and_not_for_a_later_one_that_could_not_be_read() {
        assertThat(alerts(DAILY, day(4, 7), aFile(3), aFile(4).with(Kind.UNREADABLE), aFile(2)))
                .extracting(Alert::kind)
                .containsExactly(Kind.UNREADABLE);
        assertThat(alerts(DAILY, day(4, 7), aFile(4), aFile(3), aFile(4).with(Kind.UNREADABLE), aFile(2)))
                .isEmpty();
        assertThat(alerts(DAILY, day(4, 7), aFile(4), aFile(9).with(Kind.FUTURE), aFile(3)))
                .isEmpty();
    }

    @Test
    void a_feed_is_late_when_it_has_been_silent_for_longer_than_it_may() {
        Instant due = aFile(1).file().openedAt().plus(Duration.ofHours(30));

        assertThat(alerts(DAILY, due, aFile(1))).isEmpty();
        assertThat(alerts(DAILY, due.plusSeconds(1), aFile(1)))
                .containsExactly(
                        new Alert(Kind.LATE, due, "No file has come for longer than is usual. " + Kind.LATE.mend()));
    }

    @Test
    void an_unreadable_or_old_file_ends_no_silence_and_a_small_one_does() {
        Instant now = day(3, 7);
        assertThat(alerts(DAILY, now, aFile(3).with(Kind.UNREADABLE), aFile(1)))
                .extracting(Alert::kind)
                .containsExactly(Kind.LATE, Kind.UNREADABLE);
        assertThat(alerts(DAILY, now, aFile(3).with(Kind.BACKWARDS), aFile(1)))
                .extracting(Alert::kind)
                .containsExactly(Kind.LATE, Kind.BACKWARDS);
        assertThat(alerts(DAILY, now, aFile(3).with(Kind.SMALL), aFile(1)))
                .extracting(Alert::kind)
                .containsExactly(Kind.SMALL);
    }

    @Test
    void weekends_are_no_silence_for_a_feed_of_working_days() {
        Feed weekdays = Taken.feed(true, new Usual(true, 0, null));
        Taken friday = aFile(4);

        assertThat(alerts(weekdays, day(7, 12), friday)).as("Monday noon").isEmpty();
        assertThat(alerts(weekdays, day(7, 13), friday))
                .extracting(Alert::kind, Alert::since)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.LATE, Instant.parse("2026-11-23T12:10:00Z")));
        assertThat(alerts(DAILY, day(6, 12), friday)).as("every day counts").hasSize(1);
    }

    @Test
    void a_feed_that_never_brought_anything_is_late_once_others_have_run_for_so_long() {
        assertThat(ALERTS.of(DAILY, List.of(), null, day(9, 0))).isEmpty();
        assertThat(ALERTS.of(DAILY, List.of(), day(0, 0), day(1, 0))).isEmpty();
        assertThat(ALERTS.of(DAILY, List.of(), day(0, 0), day(2, 0)))
                .extracting(Alert::text)
                .containsExactly("No file has ever come. " + Kind.LATE.mend());
    }

    private static List<Alert> alerts(Feed feed, Instant now, Taken... files) {
        return ALERTS.of(feed, Taken.all(files), MONDAY_6AM.minus(Duration.ofDays(30)), now);
    }

    /** The hour of the day so many days after the first Monday. */
    private static Instant day(int days, int hour) {
        return Instant.parse("2026-11-16T00:00:00Z").plus(Duration.ofDays(days)).plus(Duration.ofHours(hour));
    }
}
