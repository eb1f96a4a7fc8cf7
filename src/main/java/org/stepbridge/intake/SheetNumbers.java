package org.stepbridge.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Mapping.Column;

/**
 * Writes the numbers of a sheet as text: days and times, which are numbers there, in a pattern of their column.
 *
 * @param from1904 whether days are counted from 1904 rather than 1900
 */
record SheetNumbers(boolean from1904) {
    private static final int DIGITS_KEPT = 15;
    private static final LocalDate START = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);
    /** Day 60 is the 29th of February 1900, which never was; only days behind it are what they seem. */
    private static final int FIRST_TRUE_DAY = 61;

    private static final int LAST_DAY = 2_958_465;
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    /**
     * This number as text.
     *
     * @param column the column it stands in; null if the mapping does not have it
     * @param format its number format, such as {@code dd/mm/yyyy}; empty if it has none
     */
    String text(BigDecimal number, @Nullable Column column, String format) {
        boolean dated = isDate(format);
        boolean day = column != null && column.type() != Mapping.Type.TEXT;
        LocalDateTime time = dated || day ? time(number) : null;
        if (time == null) {
            return plain(number);
        }
        boolean withTime = (dated && hasTime(format)) || !time.toLocalTime().equals(java.time.LocalTime.MIN);
        return column == null ? iso(time, withTime) : written(time, withTime, column.patterns());
    }

    /** The day and time, to the second, that this number stands for; null if for none. */
    private @Nullable LocalDateTime time(BigDecimal number) {
        if (number.compareTo(BigDecimal.valueOf(from1904 ? 0 : FIRST_TRUE_DAY)) < 0
                || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return null;
        }
        long seconds = number.multiply(SECONDS_OF_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return (from1904 ? START_1904 : START).atStartOfDay().plusSeconds(seconds);
    }

    /** In the first of these patterns that loses nothing; in ISO 8601 if all do, for the mapping to refuse. */
    private static String written(LocalDateTime time, boolean withTime, List<String> patterns) {
        for (String pattern : patterns) {
            boolean patternHasTime = pattern.indexOf('H') >= 0 || pattern.indexOf('h') >= 0;
            try {
                String text =
                        DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
                if (patternHasTime == withTime && time.equals(new DatePattern(pattern).read(text))) {
                    return text;
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                // A pattern that wants a zone or the like: the next may do.
            }
        }
        return iso(time, withTime);
    }

    private static String iso(LocalDateTime time, boolean withTime) {
        return withTime
                ? time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                : time.toLocalDate().toString();
    }

    /** The number without exponent and without zeros behind its point; long numbers, which a sheet has rounded, with one. */
    static String plain(BigDecimal number) {
        BigDecimal least = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        int whole = least.precision() - least.scale();
        if (whole > DIGITS_KEPT || whole < -DIGITS_KEPT) {
            BigDecimal kept = least.round(new MathContext(DIGITS_KEPT));
            return whole < 0 ? kept.toString() : kept.unscaledValue() + "E+" + -kept.scale();
        }
        return least.toPlainString();
    }

    private static boolean isDate(String format) {
        String letters = letters(format);
        return letters.contains("y") || letters.contains("d") || hasTime(format);
    }

    private static boolean hasTime(String format) {
        String letters = letters(format);
        return letters.contains("h") || letters.contains("ss");
    }

    /** A number format without what it quotes, escapes or puts in brackets, in lower case. */
    private static String letters(String format) {
        return format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.", "").toLowerCase(Locale.ROOT);
    }
}
