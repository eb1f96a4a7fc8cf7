package org.stepbridge.packs;

import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Checks date and time patterns, which look alike and mean different things by one letter's size. */
final class Patterns {
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");

    private Patterns() {}

    /** The pattern with years as strict reading needs them; told as a problem when it could not mean a day or time. */
    static String checked(Item pattern) {
        String text = pattern.text();
        String letters = QUOTED.matcher(text).replaceAll("");
        try {
            DateTimeFormatter unused = DateTimeFormatter.ofPattern(text);
            if (letters.contains("Y") || letters.contains("D")) {
                pattern.wrong("'" + text + "' counts by weeks or by days of the year; write dd, MM and yyyy");
            } else if (letters.contains("h") && !letters.contains("a")) {
                pattern.wrong("'" + text + "' has a clock of twelve hours without am and pm; write HH");
            } else if (!letters.contains("d") || !letters.contains("M") || !letters.matches(".*[uy].*")) {
                pattern.wrong("'" + text + "' lacks a day (dd), a month (MM) or a year (yyyy); mm means minutes");
            }
        } catch (IllegalArgumentException e) {
            pattern.wrong(
                    "'" + text + "' is no date pattern: " + e.getMessage() + "; write one such as dd/MM/yyyy HH:mm");
        }
        return strict(text);
    }

    /** In strict reading {@code y} counts years of an era and finds no day; people mean {@code u} by it. */
    private static String strict(String pattern) {
        StringBuilder strict = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            strict.append(c == 'y' && !quoted ? 'u' : c);
        }
        return strict.toString();
    }
}
