package org.stepbridge.intake;

import java.util.List;
import java.util.Locale;
import org.stepbridge.casework.Mapping.Headers;
import org.stepbridge.casework.Nearest;

/** Headings as councils write them: case, spaces, hyphens and underscores do not tell two apart. */
final class Headings {
    private static final int MOST_SHOWN = 20;
    private static final int MOST_CHARS_SHOWN = 60;

    private Headings() {}

    /** What is left of a heading when only what tells it apart is kept. */
    static String key(String heading) {
        var key = new StringBuilder(heading.length());
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            if (c != '-' && c != '_' && !Cells.isSpace(c)) {
                key.append(c);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** These headings as a log may show them: not many, not long, without line breaks and the like. */
    static List<String> shown(List<String> headings) {
        return headings.stream()
                .filter(heading -> !heading.isBlank())
                .limit(MOST_SHOWN)
                .map(heading -> heading.replaceAll("\\p{Cntrl}", " "))
                .map(heading -> heading.substring(0, Math.min(heading.length(), MOST_CHARS_SHOWN)))
                .toList();
    }

    /** The one of these headings that is nearest to a name of this column; empty if none is near. */
    static String near(Headers column, List<String> headings) {
        return column.names().stream()
                .flatMap(name -> Nearest.of(name, headings).stream())
                .findFirst()
                .orElse("");
    }

    /** How many cells a row has at most: spreadsheets leave empty headings behind the last one. */
    static int width(List<String> headings) {
        int width = headings.size();
        while (width > 0 && headings.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }
}
