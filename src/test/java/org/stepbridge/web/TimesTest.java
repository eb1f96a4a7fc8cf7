package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:05:00Z, 21 November 2026 at 9:05am",
        "2026-11-21T09:00:00Z, 21 November 2026 at 9am",
        "2026-11-01T00:00:00Z, 1 November 2026 at midnight",
        "2026-11-01T00:01:00Z, 1 November 2026 at 12:01am",
        "2026-11-01T12:00:00Z, 1 November 2026 at midday",
        "2026-11-01T12:30:00Z, 1 November 2026 at 12:30pm",
        "2026-06-30T23:30:00Z, 1 July 2026 at 12:30am"
    })
    void aMomentReadsAsTheStyleGuideSays(Instant at, String words) {
        assertThat(Times.moment(at, LONDON)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, less than a minute",
        "PT59S, less than a minute",
        "PT1M, 1 minute",
        "PT59M, 59 minutes",
        "PT1H, 1 hour",
        "PT23H59M, 23 hours",
        "PT24H, 1 day",
        "P1200D, '1,200 days'"
    })
    void anAgeIsToldInItsLargestWholeUnit(Duration age, String words) {
        assertThat(Times.age(PagesApp.NOW.minus(age), PagesApp.NOW)).isEqualTo(words);
    }

    @Test
    void whatIsNotYetIsNotOld() {
        assertThat(Times.age(PagesApp.NOW.plusSeconds(5), PagesApp.NOW)).isEqualTo("less than a minute");
    }

    @ParameterizedTest
    @CsvSource({
        // a Saturday on which nobody works; what is due at midnight ends with the day before
        "2026-11-22T00:00:00Z, due today",
        "2026-11-23T00:00:00Z, 1 day left",
        "2026-11-24T00:00:00Z, 1 working day left",
        "2026-11-28T00:00:00Z, 5 working days left",
        "2026-12-01T00:00:00Z, 6 working days left",
        "2026-11-21T00:00:00Z, 1 day overdue",
        "2026-11-20T00:00:00Z, 1 working day overdue",
        "2026-11-14T00:00:00Z, 5 working days overdue",
        // what runs on the clock is told by it
        "2026-11-24T09:05:00Z, 3 days left",
        "2026-11-21T11:05:00Z, 2 hours left",
        "2026-11-21T07:05:00Z, 2 hours overdue"
    })
    void aDeadlineThatEndsWithADayIsToldInWorkingDays(Instant due, String words) {
        assertThat(Times.due(due, PagesApp.NOW, new PagesApp.FakePacks().live().get(0)))
                .isEqualTo(words);
    }

    @Test
    void whatEndsWithADayIsDueOnThatDay() {
        ZoneId london = ZoneId.of("Europe/London");
        assertThat(Times.deadline(Instant.parse("2026-11-25T00:00:00Z"), london))
                .isEqualTo("24 November 2026 at 11:59pm");
        assertThat(Times.deadline(Instant.parse("2026-06-24T23:00:00Z"), london))
                .isEqualTo("24 June 2026 at 11:59pm");
        assertThat(Times.deadline(Instant.parse("2026-11-25T09:05:00Z"), london))
                .isEqualTo("25 November 2026 at 9:05am");
    }
}
