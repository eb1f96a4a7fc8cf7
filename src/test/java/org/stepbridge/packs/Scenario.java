package org.stepbridge.packs;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What the whole program must do with given exports, actions and replies.
 *
 * @param pack the folder of the pack that it belongs to
 * @param where its file and line
 * @param clauses the clauses that it shows
 * @param start the council's own time at which it begins
 */
public record Scenario(
        Path pack, String where, String id, String title, List<String> clauses, LocalDateTime start, List<Step> steps) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /**
     * One thing that happens or is looked at.
     *
     * @param where its file and line
     */
    public record Step(String where, JsonNode node) {}

    /** A time as scenarios write it. */
    public static LocalDateTime time(String text) {
        return LocalDateTime.parse(text, TIME);
    }

    /** A time as scenarios write it. */
    public static String time(LocalDateTime time) {
        return TIME.format(time);
    }

    public String authority() {
        return pack.getFileName().toString();
    }

    @Override
    public String toString() {
        return authority() + " " + id + ": " + title;
    }
}
