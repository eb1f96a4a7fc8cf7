package org.stepbridge.packs;

import java.time.Duration;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepbridge.protocol.Within;

/** Reads lengths of time as people write them, such as {@code 10 working days}; the schema has checked their shape. */
final class Lengths {
    private static final Pattern BIRTHDAY =
            Pattern.compile("(?:(\\d+ (?:days?|weeks?|months?)) before )?(\\d+)(?:st|nd|rd|th) birthday");

    private static final Pattern DAY = Pattern.compile("(?:(\\d+ (?:days?|weeks?|months?)) before )?day:(\\w+)");

    private Lengths() {}

    static Within within(String text) {
        Matcher birthday = BIRTHDAY.matcher(text);
        if (birthday.matches()) {
            return new Within.Birthday(Integer.parseInt(birthday.group(2)), before(birthday));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return new Within.Day(day.group(2), before(day));
        }
        int count = count(text);
        if (text.contains("working")) {
            return new Within.WorkingDays(count);
        }
        return switch (unit(text)) {
            case "hour" -> new Within.Elapsed(Duration.ofHours(count));
            case "week" -> new Within.CalendarTime(Period.ofWeeks(count));
            case "month" -> new Within.CalendarTime(Period.ofMonths(count));
            default -> new Within.CalendarTime(Period.ofDays(count));
        };
    }

    private static Period before(Matcher found) {
        String before = found.group(1);
        return before == null ? Period.ZERO : ((Within.CalendarTime) within(before)).period();
    }

    /** Elapsed time; a day is 24 hours. */
    static Duration duration(String text) {
        int count = count(text);
        return switch (unit(text)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            case "week" -> Duration.ofDays(7L * count);
            default -> Duration.ofDays(count);
        };
    }

    /** Calendar days. */
    static int days(String text) {
        return unit(text).equals("week") ? 7 * count(text) : count(text);
    }

    private static int count(String text) {
        return Integer.parseInt(text.substring(0, text.indexOf(' ')));
    }

    private static String unit(String text) {
        String last = text.substring(text.lastIndexOf(' ') + 1);
        return last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
    }
}
