package org.stepbridge.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepbridge.casework.Mapping.Column;

/** Finds the columns that a heading means: by name first, and only if none is called so by what it looks like. */
final class ColumnNames {
    private final Map<String, Column> named = new HashMap<>();
    private final List<Column> columns;

    ColumnNames(List<Column> columns) {
        this.columns = columns;
        for (Column column : columns) {
            column.headers().names().forEach(name -> named.putIfAbsent(Headings.key(name), column));
        }
    }

    /** The columns that this heading means; more than one when several look for what it looks like. */
    List<Column> of(String heading) {
        Column column = named.get(Headings.key(heading));
        if (column != null) {
            return List.of(column);
        }
        String plain = Cells.trim(heading);
        return columns.stream()
                .filter(any -> any.headers().like().stream()
                        .anyMatch(pattern -> pattern.matcher(plain).matches()))
                .toList();
    }
}
