package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.stepbridge.casework.Feed.Kind;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Mapping.Codes;
import org.stepbridge.casework.Mapping.Column;
import org.stepbridge.casework.Mapping.Computed;
import org.stepbridge.casework.Mapping.Headers;
import org.stepbridge.casework.Mapping.Others;
import org.stepbridge.casework.Nearest;

/** Reads how a feed's columns map. */
final class MappingReader {
    /** Without these a request or note cannot be told from another, or can prove nothing. */
    private static final Map<Kind, Set<String>> NEEDED = Map.of(
            Kind.LCS_REQUESTS, Set.of("sourceId", "type", "requestedAt"),
            Kind.EHM_REQUESTS, Set.of("sourceId", "type", "requestedAt"),
            Kind.NOTES, Set.of("noteId", "noteType", "noteDate", "authorRole", "text"),
            Kind.PERSON_MERGES, Set.of("mergedOn"),
            Kind.RECORDS, Set.of("recordId", "system", "recordType", "happenedAt"));

    private static final Set<String> IDENTIFIERS = Set.of("ehmPersonId", "lcsPersonId", "nhsNumber", "upn");
    /** What a record is known by in its own system. */
    private static final Set<String> NUMBERS = Set.of("ehmPersonId", "lcsPersonId");

    private static final Set<String> DAYS = Set.of("dateOfBirth", "noteDate", "mergedOn");
    private static final Set<String> TIMES = Set.of("requestedAt", "recordedAt", "happenedAt");

    private final Item feed;
    private final Kind kind;
    private final Map<String, Item> columns;

    MappingReader(Item feed, Kind kind) {
        this.feed = feed;
        this.kind = kind;
        this.columns = feed.entries("columns");
    }

    Mapping mapping() {
        Map<String, String> fixed = new HashMap<>();
        feed.entries("fixed").forEach((field, value) -> fixed.put(field, value.text()));
        checkFields(fixed);
        List<Column> read = new ArrayList<>();
        Map<String, String> headings = new HashMap<>();
        columns.forEach((field, column) -> read.add(column(field, column, headings)));
        return new Mapping(
                new LayoutReader(feed).layout(), new HashSet<>(feed.texts("nullWords")), read, fixed, computed(fixed));
    }

    private Map<String, Computed> computed(Map<String, String> fixed) {
        Set<String> fields = new HashSet<>(columns.keySet());
        fields.addAll(fixed.keySet());
        Formulas formulas = new Formulas(fields);
        Map<String, Computed> computed = new HashMap<>();
        feed.entries("computed").forEach((field, formula) -> {
            if (fields.contains(field)) {
                formula.wrongKey("the field '" + field + "' is a column or fixed too; keep one of them");
            } else if (DAYS.contains(field) || TIMES.contains(field)) {
                formula.wrongKey("'" + field + "' is a day or time, and only texts can be computed; map its column");
            } else {
                computed.put(field, formulas.compile(formula));
            }
        });
        return computed;
    }

    private void checkFields(Map<String, String> fixed) {
        for (String needed :
                NEEDED.getOrDefault(kind, Set.of()).stream().sorted().toList()) {
            if (!columns.containsKey(needed)
                    && !fixed.containsKey(needed)
                    && !feed.at("computed").has(needed)) {
                feed.at("columns").wrongKey("the field '" + needed + "' is missing; map the column that holds it");
            }
        }
        Set<String> identifiers = kind == Kind.PERSON_MERGES || kind == Kind.RECORDS ? NUMBERS : IDENTIFIERS;
        if (columns.keySet().stream().noneMatch(identifiers::contains)) {
            feed.at("columns")
                    .wrongKey("no field identifies the child; map at least one of " + Nearest.list(identifiers));
        }
        feed.entries("fixed").forEach((field, value) -> {
            if (columns.containsKey(field)) {
                value.wrongKey("the field '" + field + "' is a column too; keep one of the two");
            }
        });
    }

    private Column column(String field, Item column, Map<String, String> headings) {
        Mapping.Type type = column.has("type") ? Words.of(Mapping.Type.class, column.text("type")) : Mapping.Type.TEXT;
        checkType(field, column, type);
        for (Item header : column.items("headers")) {
            String before = headings.putIfAbsent(WordList.plain(header.text()), field);
            if (before != null) {
                header.wrong(
                        "the heading '" + header.text() + "' already fills '" + before + "'; keep it in one place");
            }
        }
        return new Column(
                field,
                new Headers(column.texts("headers"), like(column)),
                type,
                column.items("patterns").stream().map(Patterns::checked).toList(),
                column.flag("required", false),
                new Codes(codes(column), others(column)));
    }

    private static List<Pattern> like(Item column) {
        List<Pattern> like = new ArrayList<>();
        for (Item header : column.items("headersLike")) {
            try {
                like.add(Pattern.compile(header.text(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
            } catch (PatternSyntaxException e) {
                header.wrongAt(Math.max(0, e.getIndex()), "this is no regular expression: " + e.getDescription());
            }
        }
        return like;
    }

    private static Others others(Item column) {
        if (column.has("otherCodes") && !column.has("codes")) {
            column.at("otherCodes")
                    .wrongKey("there are no codes for others to differ from; add codes or leave this out");
        }
        return column.has("otherCodes") ? Words.of(Others.class, column.text("otherCodes")) : Others.KEEP;
    }

    private static void checkType(String field, Item column, Mapping.Type type) {
        boolean wrong = (DAYS.contains(field) && type != Mapping.Type.DATE)
                || (TIMES.contains(field) && type != Mapping.Type.DATE_TIME);
        if (wrong) {
            column.wrongKey(
                    "'" + field + "' is a day or time; add type: " + (DAYS.contains(field) ? "date" : "date-time"));
        }
        if (type != Mapping.Type.TEXT && !column.has("patterns")) {
            column.wrongKey("the patterns of '" + field + "' are missing; add patterns: [dd/MM/uuuu] or the like");
        }
        if (type == Mapping.Type.TEXT && column.has("patterns")) {
            column.at("patterns").wrongKey("patterns are for a day or time; add type: date or type: date-time");
        }
    }

    private static Map<String, String> codes(Item column) {
        Map<String, String> codes = new HashMap<>();
        column.entries("codes").forEach((value, cells) -> {
            for (Item cell : column.at("codes").items(value)) {
                String before = codes.putIfAbsent(cell.text().toLowerCase(Locale.ROOT), value);
                if (before != null) {
                    cell.wrong("'" + cell.text() + "' already means '" + before + "'; keep it in one place");
                }
            }
        });
        return codes;
    }
}
