package org.stepbridge.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How the columns of an export become canonical fields.
 *
 * @param layout how its files are laid out
 * @param nullWords cells that mean nothing is there, compared without regard to case, such as {@code -1}
 * @param columns its columns
 * @param fixed canonical fields that every row has with the same text, such as {@code type} = {@code step-up}
 * @param computed canonical fields that are worked out from those that columns and {@code fixed} fill
 */
public record Mapping(
        Layout layout,
        Set<String> nullWords,
        List<Column> columns,
        Map<String, String> fixed,
        Map<String, Computed> computed) {
    public Mapping {
        nullWords = Set.copyOf(nullWords);
        columns = List.copyOf(columns);
        fixed = Map.copyOf(fixed);
        computed = Map.copyOf(computed);
    }

    /** A mapping that works nothing out. */
    public Mapping(Layout layout, Set<String> nullWords, List<Column> columns, Map<String, String> fixed) {
        this(layout, nullWords, columns, fixed, Map.of());
    }

    /** Works a field out. */
    @FunctionalInterface
    public interface Computed {

        /**
         * The field's text; empty when there is none.
         *
         * @param fields the text of each other canonical field by its name, days and times in ISO 8601; empty when it is
         *     not given
         */
        String of(UnaryOperator<String> fields);
    }

    /**
     * One column.
     *
     * @param field the canonical field it fills, such as {@code sourceId}, {@code ehmPersonId} or {@code workRequired}
     * @param headers the headings it goes by
     * @param type how its cells are read
     * @param patterns date or date-time patterns ({@code java.time}, strict), tried in order
     * @param required whether a row without it is rejected and a file without its heading is refused
     * @param codes what its cells mean
     */
    public record Column(
            String field, Headers headers, Type type, List<String> patterns, boolean required, Codes codes) {
        public Column {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * The headings that a column goes by. In XML and JSON they are paths from the row with slashes between the names,
     * such as {@code Child/NHSNumber}; an attribute's name starts with {@code @}.
     *
     * @param names compared without regard to case, spaces, hyphens and underscores; the first is what people call it
     * @param like regular expressions that a heading matches as a whole and in any case, asked after all names
     */
    public record Headers(List<String> names, List<Pattern> like) {
        public Headers {
            names = List.copyOf(names);
            like = List.copyOf(like);
        }

        /** These names and no others. */
        public static Headers of(String... names) {
            return new Headers(List.of(names), List.of());
        }

        /** What people call the column. */
        public String first() {
            return names.get(0);
        }
    }

    /**
     * What the cells of a column mean.
     *
     * @param values cell to canonical value, compared without regard to case
     * @param others what becomes of other cells
     */
    public record Codes(Map<String, String> values, Others others) {
        /** Every cell means what it says. */
        public static final Codes NONE = new Codes(Map.of(), Others.KEEP);

        public Codes {
            values = Map.copyOf(values);
        }
    }

    /** What becomes of a cell that is none of a column's codes. */
    public enum Others {
        /** It stays as it is. */
        KEEP,
        /** It is left out, and people are told. */
        LEAVE_OUT,
        /** Its row is rejected; a step-up is taken in all the same, and people are told. */
        REJECT
    }

    /** How a cell is read. */
    public enum Type {
        /** As it is, outer white space removed. */
        TEXT,
        /** A day. */
        DATE,
        /** A local date and time of the authority. */
        DATE_TIME
    }
}
