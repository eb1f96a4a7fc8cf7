package org.stepbridge.casework;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A view of a database that a feed is polled from, as its URI says:
 * {@code sql:<view>?dataSource=<name>&watermark=<column>&key=<column>}. Each part is a plain name, so that a pack can
 * bring no SQL of its own.
 *
 * @param view its name, with its schema where it needs one
 * @param source the database's name; its address and login are settings of the program and never in a pack
 * @param watermark the column with the local time at which a row was made, last changed or loaded
 * @param key the column that tells rows apart
 */
public record PolledView(String view, String source, String watermark, String key) {
    /** How the name of a file that holds a poll ends. */
    public static final String ENDING = ".view.csv";

    private static final Pattern URI = Pattern.compile("sql:([^?]+)\\?(.+)");
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern VIEW = Pattern.compile(COLUMN + "(\\." + COLUMN + "){0,2}");
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9]*");
    private static final Set<String> OPTIONS = Set.of("dataSource", "watermark", "key");

    /** Whether a feed with this URI is polled from a view. */
    public static boolean isOne(String uri) {
        return uri.startsWith("sql:");
    }

    /** The view that this URI names; empty when it has not the form above, or key and watermark are one column. */
    public static Optional<PolledView> of(String uri) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Map<String, String> options = new HashMap<>();
        for (String option : parts.group(2).split("&", -1)) {
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (!OPTIONS.contains(name) || options.put(name, option.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        var view = new PolledView(
                parts.group(1),
                options.getOrDefault("dataSource", ""),
                options.getOrDefault("watermark", ""),
                options.getOrDefault("key", ""));
        return view.sound() ? Optional.of(view) : Optional.empty();
    }

    private boolean sound() {
        return VIEW.matcher(view).matches()
                && SOURCE.matcher(source).matches()
                && COLUMN.matcher(watermark).matches()
                && COLUMN.matcher(key).matches()
                && !watermark.equalsIgnoreCase(key);
    }

    /**
     * What the file of a poll is called whose rows reach up to this time.
     *
     * @throws java.time.DateTimeException when the feed's {@code extractTime} cannot write a time
     */
    public static String fileName(String feed, String extractTime, LocalDateTime reached) {
        return feed + "-" + DateTimeFormatter.ofPattern(extractTime, Locale.UK).format(reached) + ENDING;
    }
}
