package org.stepbridge.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.stepbridge.casework.Pack;

/** Moments and ages in the words of the GOV.UK style guide. */
final class Times {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Times() {}

    /** Such as {@code 21 November 2026}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as {@code 21 November 2026 at 9:05am}, {@code … at 9am}, {@code … at midday}. */
    static String moment(Instant instant, ZoneId zone) {
        ZonedDateTime at = instant.atZone(zone);
        return DAY.format(at) + " at " + clock(at.getHour(), at.getMinute());
    }

    /** When something is due: what ends with a day is not said to be due at midnight of the next, which few read rightly. */
    static String deadline(Instant due, ZoneId zone) {
        return moment(endsDay(due, zone) ? due.minus(Duration.ofMinutes(1)) : due, zone);
    }

    private static String clock(int hour, int minute) {
        if (minute == 0 && hour % 12 == 0) {
            return hour == 0 ? "midnight" : "midday";
        }
        // No locale in between: CLDR's am and pm, and the space before them, change between JDKs.
        int twelve = hour % 12 == 0 ? 12 : hour % 12;
        String half = hour < 12 ? "am" : "pm";
        return minute == 0 ? twelve + half : String.format(Locale.ROOT, "%d:%02d%s", twelve, minute, half);
    }

    /** How long ago, in the largest whole unit: {@code 3 days}, {@code 1 hour}, {@code less than a minute}. */
    static String age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.toDays() > 0) {
            return count(age.toDays(), "day");
        }
        if (age.toHours() > 0) {
            return count(age.toHours(), "hour");
        }
        return age.toMinutes() > 0 ? count(age.toMinutes(), "minute") : "less than a minute";
    }

    /**
     * How a deadline stands: one that ends with a day in the authority's working days ({@code 3 working days left}, {@code
     * due today}), one that ends on the clock by that ({@code 2 hours overdue}).
     */
    static String due(Instant due, Instant now, Pack pack) {
        ZoneId zone = pack.zone();
        if (!endsDay(due, zone)) {
            return now.isBefore(due) ? age(now, due) + " left" : age(due, now) + " overdue";
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate last = LocalDate.ofInstant(due, zone).minusDays(1);
        if (today.equals(last)) {
            return "due today";
        }
        return today.isBefore(last) ? days(today, last, pack) + " left" : days(last, today, pack) + " overdue";
    }

    /** Calendar days where no working day lies in between, as from a Friday to the Sunday after it. */
    private static String days(LocalDate from, LocalDate until, Pack pack) {
        int working = pack.workingDays(from, until);
        return working > 0 ? count(working, "working day") : count(ChronoUnit.DAYS.between(from, until), "day");
    }

    private static boolean endsDay(Instant due, ZoneId zone) {
        return due.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static String count(long number, String unit) {
        return String.format(Locale.UK, "%,d %s%s", number, unit, number == 1 ? "" : "s");
    }
}
