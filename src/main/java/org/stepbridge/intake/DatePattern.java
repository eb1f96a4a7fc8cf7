package org.stepbridge.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and times written in one pattern, strictly: 31/02 and 24:30 are no dates. A pattern in which every part has
 * its fixed place, as nearly all have, is read digit by digit; any other by {@code java.time}, which is much slower.
 */
final class DatePattern {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;
    private static final String PARTS = "uMdHms";

    private final String template;
    private final int[] places = new int[PARTS.length()];
    private final @Nullable DateTimeFormatter formatter;

    /**
     * @param pattern a {@code java.time} pattern; {@code y} is taken as {@code u}
     * @throws IllegalArgumentException if it is none
     */
    DatePattern(String pattern) {
        String strict = pattern.replace('y', 'u');
        this.template = strict.replace("'T'", "T");
        this.formatter = fixed()
                ? null
                : new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(strict)
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Finds the place of each part; false if one has no fixed place. */
    private boolean fixed() {
        for (int i = 0; i < PARTS.length(); i++) {
            String run = String.valueOf(PARTS.charAt(i)).repeat(i == 0 ? 4 : 2);
            places[i] = template.indexOf(run);
            boolean again = template.indexOf(PARTS.charAt(i), places[i] + run.length()) >= 0;
            if (again || (places[i] < 0 && (i < 3 || template.indexOf(PARTS.charAt(i)) >= 0))) {
                return false;
            }
        }
        return template.chars().allMatch(c -> PARTS.indexOf(c) >= 0 || " /-.:,T".indexOf(c) >= 0)
                && (places[3] >= 0) == (places[4] >= 0)
                && (places[5] < 0 || places[4] >= 0);
    }

    /** The day and time, midnight where the pattern has no time; null if this text is none between 1900 and 2100. */
    @Nullable
    LocalDateTime read(String text) {
        LocalDateTime read = formatter == null ? readPlaces(text) : readSlowly(formatter, text);
        return read == null || read.getYear() < EARLIEST || read.getYear() > LATEST ? null : read;
    }

    private @Nullable LocalDateTime readPlaces(String text) {
        if (text.length() != template.length()) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char place = template.charAt(i);
            char c = text.charAt(i);
            if (PARTS.indexOf(place) >= 0 ? c < '0' || c > '9' : c != place) {
                return null;
            }
        }
        int year = number(text, 0, 4);
        int month = number(text, 1, 2);
        int day = number(text, 2, 2);
        int hour = number(text, 3, 2);
        int minute = number(text, 4, 2);
        int second = number(text, 5, 2);
        boolean real = month >= 1
                && month <= 12
                && day >= 1
                && day <= 31
                && (day <= 28 || day <= LocalDate.of(year, month, 1).lengthOfMonth())
                && hour <= 23
                && minute <= 59
                && second <= 59;
        return real ? LocalDateTime.of(year, month, day, hour, minute, second) : null;
    }

    private int number(String text, int part, int digits) {
        int number = 0;
        int place = places[part];
        for (int i = place; place >= 0 && i < place + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static @Nullable LocalDateTime readSlowly(DateTimeFormatter formatter, String text) {
        try {
            TemporalAccessor read = formatter.parseBest(text, LocalDateTime::from, LocalDate::from);
            return read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
