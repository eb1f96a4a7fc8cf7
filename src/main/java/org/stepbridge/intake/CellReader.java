package org.stepbridge.intake;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Mapping;

/** Reads the cells of one column as its mapping says. */
final class CellReader {
    private final Map<String, String> codes = new HashMap<>();
    private final Set<String> nullWords;
    private final int longestNullWord;
    private final boolean identifier;
    private final boolean keepsOthers;
    private final List<DatePattern> patterns;

    /** @param nullWords in lower case */
    CellReader(Mapping.Column column, Set<String> nullWords) {
        column.codes().values().forEach((cell, value) -> codes.put(cell.toLowerCase(Locale.ROOT), value));
        this.keepsOthers = column.codes().others() == Mapping.Others.KEEP;
        this.nullWords = nullWords;
        this.longestNullWord = nullWords.stream().mapToInt(String::length).max().orElse(0);
        this.identifier = Field.IDENTIFIERS.contains(column.field());
        this.patterns = column.patterns().stream().map(DatePattern::new).toList();
    }

    /** The cell without white space around it, as its code or number says; empty when nothing is there. */
    String text(String cell) {
        String trimmed = Cells.trim(cell);
        // before words for nothing are looked for: of -1 a spreadsheet makes -1.0, and as an id that would be
        // everybody's
        String text = identifier ? Cells.withoutDecimals(trimmed) : trimmed;
        if (text.isEmpty() || (text.length() <= longestNullWord && nullWords.contains(text.toLowerCase(Locale.ROOT)))) {
            return "";
        }
        return codes.isEmpty() ? text : codes.getOrDefault(text.toLowerCase(Locale.ROOT), text);
    }

    /** Whether this text is none of the column's codes although every cell has to be one. */
    boolean isUnknownCode(String text) {
        return !keepsOthers && !codes.containsValue(text);
    }

    /** Whether this text is an identifier that a spreadsheet has shortened. */
    boolean isShortened(String text) {
        return identifier && Cells.isShortened(text);
    }

    /** The day and time this text says in one of the column's patterns; null if in none. */
    @Nullable
    LocalDateTime time(String text) {
        for (DatePattern pattern : patterns) {
            LocalDateTime time = pattern.read(text);
            if (time != null) {
                return time;
            }
        }
        return null;
    }
}
