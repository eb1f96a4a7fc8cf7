package org.stepbridge.packs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.stepbridge.protocol.Within;

/** Tells a day or time that could be read from a text that could not: intake writes what it could read in ISO 8601. */
final class ReadableTime {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:\\d{2})?");

    private static final Pattern LENGTH = Pattern.compile("[1-9][0-9]{0,3} (days?|weeks?|months?)");
    private static final int DAY_LENGTH = 10;

    private ReadableTime() {}

    static boolean test(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                LocalDate.parse(text);
                return true;
            }
            if (TIME.matcher(text).matches()) {
                DateTimeFormatter.ISO_DATE_TIME.parse(text);
                return true;
            }
            return false;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Whether the second of two days or times is not before the first, nor later than so long after it, such as 6 weeks. */
    static boolean within(String from, String at, String length) {
        if (!test(from) || !test(at) || !LENGTH.matcher(length).matches()) {
            return false;
        }
        LocalDate last = day(from).plus(((Within.CalendarTime) Lengths.within(length)).period());
        return !day(at).isBefore(day(from)) && !day(at).isAfter(last);
    }

    /** How many years old somebody born on this day is on that; -1 where that cannot be known. */
    static long age(String born, String at) {
        return test(born) && test(at) && !day(at).isBefore(day(born))
                ? ChronoUnit.YEARS.between(day(born), day(at))
                : -1;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, DAY_LENGTH));
    }
}
