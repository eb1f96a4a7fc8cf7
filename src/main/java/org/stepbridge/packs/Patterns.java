package org.stepbridge.packs;

import java.time.format.DateTimeFormatter;

/** Checks date and time patterns. */
final class Patterns {
    private Patterns() {}

    /** The pattern; told as a problem when it is none or could never be read strictly. */
    static String checked(Item pattern) {
        String text = pattern.text();
        try {
            DateTimeFormatter unused = DateTimeFormatter.ofPattern(text);
            if (text.replaceAll("'[^']*'", "").contains("y")) {
                pattern.wrong(
                        "'" + text + "' counts years of an era and can read no day strictly; write uuuu for the year");
            }
        } catch (IllegalArgumentException e) {
            pattern.wrong(
                    "'" + text + "' is no date pattern: " + e.getMessage() + "; write one such as dd/MM/uuuu HH:mm");
        }
        return text;
    }
}
