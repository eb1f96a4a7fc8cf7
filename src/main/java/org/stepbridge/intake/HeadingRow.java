package org.stepbridge.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Mapping.Column;

/** The first row of a file. */
final class HeadingRow {
    private static final int MOST = 1000;

    private final List<String> headings;
    private final Map<Column, Integer> places = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();

    /**
     * The headings in this row, where these columns are looked for.
     *
     * @throws UnreadableFile when there is no heading, none that can be read, or one that leaves a choice
     */
    HeadingRow(@Nullable RawRow row, List<Column> columns) throws UnreadableFile {
        if (row == null) {
            throw new UnreadableFile("", "Nothing is in the file, not even headings. Export it again.");
        }
        if (row.fault() != null) {
            throw new UnreadableFile(
                    "", "The headings cannot be read. " + row.fault().problem());
        }
        headings = List.copyOf(row.cells().subList(0, Headings.width(row.cells())));
        if (headings.size() > MOST) {
            throw new UnreadableFile("", "It has more than " + MOST + " headings. Export only the columns needed.");
        }
        var names = new ColumnNames(columns);
        for (int i = 0; i < headings.size(); i++) {
            place(i, names.of(headings.get(i)));
        }
    }

    private void place(int at, List<Column> means) throws UnreadableFile {
        if (means.size() > 1) {
            String name = means.get(0).headers().first();
            String other = means.get(1).headers().first();
            throw new UnreadableFile(
                    name, "A heading may mean " + name + " or " + other + ". Name it exactly in the feed.");
        }
        if (means.isEmpty()) {
            unknown.add(headings.get(at));
        } else if (places.putIfAbsent(means.get(0), at) != null) {
            String name = means.get(0).headers().first();
            throw new UnreadableFile(name, "Two headings both mean " + name + ". Leave one out or rename it.");
        }
    }

    /** The columns of this mapping that are not there and would have been read. */
    List<Column> absent(Mapping mapping) {
        return mapping.columns().stream()
                .filter(column ->
                        !places.containsKey(column) && !mapping.fixed().containsKey(column.field()))
                .toList();
    }

    /** The place of this column; {@link ColumnPlan#NONE} if it is not there. */
    int place(Column column) {
        return places.getOrDefault(column, ColumnPlan.NONE);
    }

    /** The heading at this place as the file has it; empty behind the last one. */
    String at(int place) {
        return place < headings.size() ? headings.get(place) : "";
    }

    int width() {
        return headings.size();
    }

    /** Whether any of them means a column. */
    boolean anyKnown() {
        return !places.isEmpty();
    }

    /** The headings that mean no column, fit for a log. */
    List<String> unknown() {
        return Headings.shown(unknown);
    }
}
