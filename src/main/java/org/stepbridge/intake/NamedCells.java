package org.stepbridge.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Mapping.Column;
import org.stepbridge.intake.RawRow.Fault;

/**
 * Brings the named values of one record, as XML and JSON have them, into the order of the mapping's columns, so that
 * such a file looks like one with a heading row.
 */
final class NamedCells {
    /** Names of more than one column, or of none. */
    private static final int SEVERAL = -2;

    private static final int MOST_NAMES_KEPT = 2000;
    private static final int MOST_NAMES_IN_RECORD = 1000;
    private static final int MOST_CHARS_IN_RECORD = 2 << 20;

    private final List<Column> columns;
    private final ColumnNames names;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    private final @Nullable String[] cells;
    private int named;
    private long chars;
    private boolean blank = true;
    private @Nullable Fault fault;

    NamedCells(List<Column> columns) {
        this.columns = columns;
        this.names = new ColumnNames(columns);
        this.cells = new String[columns.size()];
    }

    /** The row that stands for the heading. */
    RawRow heading() {
        return new RawRow(
                0, columns.stream().map(column -> column.headers().first()).toList(), null);
    }

    /** Whether this name alone means a column. */
    boolean knows(String name) {
        return !names.of(name).isEmpty();
    }

    /** Adds a value of the record under this name or path. */
    void put(String path, String value) {
        if (++named > MOST_NAMES_IN_RECORD) {
            fail(cells.length, "", "It has more than " + MOST_NAMES_IN_RECORD + " values.");
            return;
        }
        blank &= value.isBlank();
        chars += value.length();
        int place = place(path);
        if (chars > MOST_CHARS_IN_RECORD && place != ColumnPlan.NONE) {
            fail(place, value, "The record is longer than " + MOST_CHARS_IN_RECORD + " characters.");
        } else if (place == SEVERAL) {
            fail(cells.length, value, "One of its names may mean several columns. Name it exactly in the feed.");
        } else if (place == ColumnPlan.NONE) {
            if (unknown.size() < MOST_NAMES_KEPT) {
                unknown.add(path);
            }
        } else if (cells[place] != null) {
            fail(place, value, "It stands more than once in this record.");
        } else {
            cells[place] = value;
            String problem = CellText.problem(value);
            if (!problem.isEmpty()) {
                fail(place, value, problem);
                cells[place] = "";
            }
        }
    }

    /** Notes what is wrong with the record, if nothing has been noted yet. */
    private void fail(int cell, String value, String problem) {
        fault = fault == null ? new Fault(cell, value, problem, false, false) : fault;
    }

    /** Whether nothing stands in the record so far. */
    boolean blank() {
        return blank && fault == null;
    }

    /** The record as a row; begins the next one. */
    RawRow row(long number) {
        return row(number, fault);
    }

    /** The record as far as it could be read, with this fault of the whole; begins the next one. */
    RawRow broken(long number, String problem, boolean swallows, boolean cutOff) {
        return row(number, new Fault(cells.length, "", problem, swallows, cutOff));
    }

    private RawRow row(long number, @Nullable Fault why) {
        List<String> row = new ArrayList<>(cells.length);
        for (String cell : cells) {
            row.add(cell == null ? "" : cell);
        }
        Arrays.fill(cells, null);
        named = 0;
        chars = 0;
        blank = true;
        fault = null;
        return new RawRow(number, row, why);
    }

    private int place(String path) {
        Integer known = places.get(path);
        if (known != null) {
            return known;
        }
        List<Column> means = names.of(path);
        int place = means.isEmpty() ? ColumnPlan.NONE : means.size() > 1 ? SEVERAL : columns.indexOf(means.get(0));
        if (places.size() < MOST_NAMES_KEPT) {
            places.put(path, place);
        }
        return place;
    }

    /** The columns that no record so far had; none before the first. */
    List<Column> absent() {
        Set<Integer> met = Set.copyOf(places.values());
        return met.isEmpty()
                ? List.of()
                : IntStream.range(0, columns.size())
                        .filter(place -> !met.contains(place))
                        .mapToObj(columns::get)
                        .toList();
    }

    /** The names met so far that mean no column. */
    List<String> unknown() {
        return Headings.shown(List.copyOf(unknown));
    }
}
