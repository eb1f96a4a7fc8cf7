package org.stepbridge.packs;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.stepbridge.protocol.WorkingDays;

/** Working days by the bank holidays of a part of the United Kingdom and the pack's one-off ones. */
final class BankHolidays implements WorkingDays {
    private final HolidayManager manager =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();
    private final String region;
    private final Set<LocalDate> oneOff;

    /** @param calendar such as {@code gb-eng} */
    BankHolidays(String calendar, Set<LocalDate> oneOff) {
        this.region = calendar.substring(calendar.indexOf('-') + 1);
        this.oneOff = Set.copyOf(oneOff);
    }

    @Override
    public boolean contains(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !oneOff.contains(day)
                && !byYear.computeIfAbsent(day.getYear(), this::holidays).contains(day);
    }

    private Set<LocalDate> holidays(int year) {
        return manager.getHolidays(Year.of(year), region).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toSet());
    }
}
