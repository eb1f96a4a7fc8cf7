package org.stepbridge.packs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Tells a day or time that could be read from a text that could not: intake writes what it could read in ISO 8601. */
final class ReadableTime {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:\\d{2})?");

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
}
