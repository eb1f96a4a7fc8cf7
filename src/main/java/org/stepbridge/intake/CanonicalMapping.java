package org.stepbridge.intake;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Mapping.Column;
import org.stepbridge.casework.Mapping.Headers;

/**
 * A feed's mapping with the canonical names instead of the export's headings and ISO 8601 instead of its patterns. Codes,
 * words for nothing, fixed and computed fields are the feed's own, so that one request is the same by either way.
 */
final class CanonicalMapping {
    private static final Set<String> OF_CHILD = Set.of(
            Field.LCS_ID,
            Field.EHM_ID,
            Field.NHS_NUMBER,
            Field.UPN,
            Field.SURNAME,
            Field.FORENAME,
            Field.DATE_OF_BIRTH);
    private static final String DAY = "yyyy-MM-dd";
    private static final List<String> TIMES = List.of("yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final Mapping mapping;
    private final Set<String> names = new HashSet<>();

    CanonicalMapping(Feed feed) {
        Mapping from = feed.mapping();
        List<Column> columns = new ArrayList<>();
        for (Column column : from.columns()) {
            if (!from.fixed().containsKey(column.field())) {
                columns.add(canonical(column));
                names.add(name(column.field()));
            }
        }
        mapping = new Mapping(from.layout(), from.nullWords(), columns, from.fixed(), from.computed());
    }

    private static Column canonical(Column column) {
        List<String> patterns = new ArrayList<>();
        if (column.type() == Mapping.Type.DATE_TIME) {
            patterns.addAll(TIMES);
        }
        boolean dayIsEnough = column.patterns().stream().anyMatch(pattern -> !pattern.contains("H"));
        if (column.type() == Mapping.Type.DATE || (column.type() == Mapping.Type.DATE_TIME && dayIsEnough)) {
            patterns.add(DAY);
        }
        return new Column(
                column.field(),
                Headers.of(name(column.field())),
                column.type(),
                patterns,
                column.required(),
                column.codes());
    }

    /** What a field is called in a body. */
    static String name(String field) {
        return OF_CHILD.contains(field) ? "child/" + field : field;
    }

    Mapping mapping() {
        return mapping;
    }

    /** Whether a body may have a field of this name. */
    boolean knows(String name) {
        return names.contains(name);
    }

    /** The body's fields in the order of the columns; times with an offset become local ones. */
    RawRow row(Map<String, String> fields, LocalTimes times) {
        List<String> cells = new ArrayList<>();
        for (Column column : mapping.columns()) {
            String cell = fields.getOrDefault(name(column.field()), "");
            cells.add(column.type() == Mapping.Type.DATE_TIME ? local(cell, times) : cell);
        }
        return new RawRow(1, cells, null);
    }

    RawRow heading() {
        return new RawRow(
                0,
                mapping.columns().stream()
                        .map(column -> column.headers().first())
                        .toList(),
                null);
    }

    private static String local(String cell, LocalTimes times) {
        try {
            LocalDateTime local = OffsetDateTime.parse(cell.strip())
                    .atZoneSameInstant(times.zone())
                    .toLocalDateTime();
            return LOCAL.format(local);
        } catch (DateTimeParseException noOffset) {
            return cell;
        }
    }
}
