package org.stepbridge.bench;

import java.time.LocalDate;

/** Dates as the exports print them: dd/MM/yyyy, sometimes with a time behind. */
final class FloorDates {
    private FloorDates() {}

    static int day(String text) {
        return (int) LocalDate.of(number(text, 6, 10), number(text, 3, 5), number(text, 0, 2))
                .toEpochDay();
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** ISO 8601, with the time where there is one; empty stays empty. */
    static String iso(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String date = text.substring(6, 10) + "-" + text.substring(3, 5) + "-" + text.substring(0, 2);
        return text.length() > 10 ? date + "T" + text.substring(11) : date;
    }
}
