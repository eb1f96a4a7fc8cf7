package org.stepbridge.packs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stepbridge.casework.Mapping.Column;

/** Which words never reach a condition, because every feed turns them into another. */
final class CodedWords {
    private final Map<String, Map<String, String>> byField = new HashMap<>();

    /** @param columns the columns that bring the requests in question */
    CodedWords(Collection<Column> columns) {
        for (Column column : columns) {
            column.codes()
                    .values()
                    .forEach((cell, value) -> byField.computeIfAbsent(column.field(), field -> new HashMap<>())
                            .put(cell.toLowerCase(Locale.ROOT), value));
        }
    }

    /** What this word of this field becomes, if it becomes another. */
    Optional<String> becomes(String field, String word) {
        String value = byField.getOrDefault(field, Map.of()).get(word.toLowerCase(Locale.ROOT));
        return Optional.ofNullable(value).filter(other -> !other.equals(word));
    }
}
