package org.stepbridge.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them. */
final class PlainTime {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' h:mma", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private PlainTime() {}

    /** Such as {@code 21 November 2026}. */
    static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as {@code 21 November 2026 at 9:05am}. */
    static String of(Instant instant, ZoneId zone) {
        String text = FORMAT.format(instant.atZone(zone));
        int end = text.length() - 2;
        return text.substring(0, end) + text.substring(end).toLowerCase(Locale.ROOT);
    }
}
