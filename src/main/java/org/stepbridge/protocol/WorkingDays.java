package org.stepbridge.protocol;

import java.time.LocalDate;

/** Which days are working days: not weekends, the calendar's holidays or the pack's one-off ones. */
@FunctionalInterface
public interface WorkingDays {
    /** Whether people work on this day. */
    boolean contains(LocalDate day);

    /** The {@code count}th working day after this day. */
    default LocalDate after(LocalDate day, int count) {
        LocalDate reached = day;
        for (int left = count; left > 0; ) {
            reached = reached.plusDays(1);
            if (contains(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** The {@code count}th working day before this day. */
    default LocalDate before(LocalDate day, int count) {
        LocalDate reached = day;
        for (int left = count; left > 0; ) {
            reached = reached.minusDays(1);
            if (contains(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** How many working days there are after the first day, up to the last, itself included; none when it is not later. */
    default int between(LocalDate first, LocalDate last) {
        int count = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (contains(day)) {
                count++;
            }
        }
        return count;
    }
}
