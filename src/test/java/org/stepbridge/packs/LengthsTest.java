package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.stepbridge.protocol.Within;

class LengthsTest {

    @Test
    void deadlinesAreWorkingDaysCalendarTimeOrHours() {
        assertThat(Lengths.within("1 working day")).isEqualTo(new Within.WorkingDays(1));
        assertThat(Lengths.within("45 working days")).isEqualTo(new Within.WorkingDays(45));
        assertThat(Lengths.within("6 weeks")).isEqualTo(new Within.CalendarTime(Period.ofDays(42)));
        assertThat(Lengths.within("12 months")).isEqualTo(new Within.CalendarTime(Period.ofMonths(12)));
        assertThat(Lengths.within("10 days")).isEqualTo(new Within.CalendarTime(Period.ofDays(10)));
        assertThat(Lengths.within("24 hours")).isEqualTo(new Within.Elapsed(Duration.ofHours(24)));
    }

    @Test
    void limitsAreElapsedTime() {
        assertThat(Lengths.duration("30 minutes")).isEqualTo(Duration.ofMinutes(30));
        assertThat(Lengths.duration("12 hours")).isEqualTo(Duration.ofHours(12));
        assertThat(Lengths.duration("2 days")).isEqualTo(Duration.ofDays(2));
        assertThat(Lengths.duration("1 week")).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void lookBacksAreCalendarDays() {
        assertThat(Lengths.days("28 days")).isEqualTo(28);
        assertThat(Lengths.days("4 weeks")).isEqualTo(28);
        assertThat(Lengths.days("1 day")).isEqualTo(1);
    }
}
