package org.stepbridge.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * Everything a request says beyond what the engine needs by name, under the canonical field names of the mappings
 * (such as {@code workRequired}). Prints its field names only.
 *
 * @param fields canonical name to text; absent means empty
 */
public record Details(Map<String, String> fields) {
    public Details {
        fields = Map.copyOf(fields);
    }

    /** The text of this field, empty when it was not given. */
    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** The text of this field or, where it was not given, of the other. */
    public String text(String field, String otherwise) {
        String text = text(field);
        return text.isEmpty() ? text(otherwise) : text;
    }

    /** The fields in alphabetical order, for hashing and for people. */
    public Map<String, String> sorted() {
        return new TreeMap<>(fields);
    }

    @Override
    public String toString() {
        return "Details" + new TreeMap<>(fields).keySet();
    }
}
