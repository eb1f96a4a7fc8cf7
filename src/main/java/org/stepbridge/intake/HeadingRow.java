package org.stepbridge.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Mapping;

/** The first row of a file. */
final class HeadingRow {
    private static final int MOST_SHOWN = 20;
    private static final int MOST_CHARS_SHOWN = 60;

    private final List<String> headings;
    /** What tells a heading apart, to the places it stands at. */
    private final Map<String, List<Integer>> places = new HashMap<>();

    private final boolean[] known;

    /** @throws UnreadableFile when there is no heading, or none that can be read */
    HeadingRow(@Nullable RawRow row) throws UnreadableFile {
        if (row == null) {
            throw new UnreadableFile("", "Nothing is in the file, not even headings. Export it again.");
        }
        if (row.fault() != null) {
            throw new UnreadableFile(
                    "", "The headings cannot be read. " + row.fault().problem());
        }
        headings = List.copyOf(row.cells().subList(0, Headings.width(row.cells())));
        known = new boolean[headings.size()];
        for (int i = 0; i < headings.size(); i++) {
            places.computeIfAbsent(Headings.key(headings.get(i)), key -> new ArrayList<>(1))
                    .add(i);
        }
    }

    /**
     * The place of this column; {@link ColumnPlan#NONE} if it is not there.
     *
     * @throws UnreadableFile when it is there more than once
     */
    int place(Mapping.Column column) throws UnreadableFile {
        List<Integer> found = column.headers().stream()
                .map(Headings::key)
                .distinct()
                .flatMap(key -> places.getOrDefault(key, List.of()).stream())
                .toList();
        if (found.size() > 1) {
            String name = column.headers().get(0);
            throw new UnreadableFile(name, "Two headings both mean " + name + ". Leave one out or rename it.");
        }
        found.forEach(place -> known[place] = true);
        return found.isEmpty() ? ColumnPlan.NONE : found.get(0);
    }

    /** The heading at this place as the file has it; empty behind the last one. */
    String at(int place) {
        return place < headings.size() ? headings.get(place) : "";
    }

    int width() {
        return headings.size();
    }

    /** The headings that no column was looked for by, fit for a log. */
    List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < known.length && unknown.size() < MOST_SHOWN; i++) {
            if (!known[i] && !headings.get(i).isBlank()) {
                String plain = headings.get(i).replaceAll("\\p{Cntrl}", " ");
                unknown.add(plain.substring(0, Math.min(plain.length(), MOST_CHARS_SHOWN)));
            }
        }
        return unknown;
    }
}
