package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepbridge.protocol.WorkingDays;

class BankHolidaysTest {
    private final WorkingDays england = new BankHolidays("gb-eng", Set.of());

    @Test
    void englandHasTheBankHolidaysThatTheGovernmentPublishes() {
        List<LocalDate> off = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2028, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .filter(day -> !england.contains(day))
                .toList();

        assertThat(off)
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2026-01-01",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-04",
                        "2026-05-25",
                        "2026-08-31",
                        "2026-12-25",
                        // Boxing Day 2026 is a Saturday.
                        "2026-12-28",
                        "2027-01-01",
                        "2027-03-26",
                        "2027-03-29",
                        "2027-05-03",
                        "2027-05-31",
                        "2027-08-30",
                        "2027-12-27",
                        "2027-12-28");
    }

    @Test
    void aWeekendIsNoWorkingDay() {
        assertThat(england.contains(LocalDate.of(2026, 11, 20))).isTrue();
        assertThat(england.contains(LocalDate.of(2026, 11, 21))).isFalse();
        assertThat(england.contains(LocalDate.of(2026, 11, 22))).isFalse();
    }

    @Test
    void aOneOffDayOfThePackIsNoWorkingDay() {
        LocalDate coronation = LocalDate.of(2031, 5, 9);

        assertThat(england.contains(coronation)).isTrue();
        assertThat(new BankHolidays("gb-eng", Set.of(coronation)).contains(coronation))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 1, 2026-11-23",
        "2026-12-24, 1, 2026-12-29",
        "2026-12-18, 10, 2027-01-06",
        "2026-11-21, 1, 2026-11-23"
    })
    void workingDaysAreCountedFromTheDayAfter(LocalDate from, int days, LocalDate due) {
        assertThat(england.after(from, days)).isEqualTo(due);
    }

    @Test
    void scotlandKeepsItsOwn() {
        assertThat(new BankHolidays("gb-sct", Set.of()).contains(LocalDate.of(2026, 1, 2)))
                .isFalse();
    }
}
