package org.stepbridge.casework;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the columns of an export become canonical fields.
 *
 * @param charset how its bytes are read, strictly
 * @param delimiter what separates its cells
 * @param nullWords cells that mean nothing is there, compared without regard to case, such as {@code -1}
 * @param columns its columns
 * @param fixed canonical fields that every row has with the same text, such as {@code type} = {@code step-up}
 */
public record Mapping(
        Charset charset, char delimiter, Set<String> nullWords, List<Column> columns, Map<String, String> fixed) {
    public Mapping {
        nullWords = Set.copyOf(nullWords);
        columns = List.copyOf(columns);
        fixed = Map.copyOf(fixed);
    }

    /**
     * One column.
     *
     * @param field the canonical field it fills, such as {@code sourceId}, {@code ehmPersonId} or {@code workRequired}
     * @param headers the headings it goes by, compared without regard to case, spaces, hyphens and underscores
     * @param type how its cells are read
     * @param patterns date or date-time patterns ({@code java.time}, strict), tried in order
     * @param required whether a row without it is rejected and a file without its heading is refused
     * @param codes cell to canonical value, compared without regard to case; other cells stay as they are
     */
    public record Column(
            String field,
            List<String> headers,
            Type type,
            List<String> patterns,
            boolean required,
            Map<String, String> codes) {
        public Column {
            headers = List.copyOf(headers);
            patterns = List.copyOf(patterns);
            codes = Map.copyOf(codes);
        }
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
