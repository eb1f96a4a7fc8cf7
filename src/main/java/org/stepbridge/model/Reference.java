package org.stepbridge.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The engine's own public id of a request, such as {@code SHI-2026-000123}: the one to quote in subjects, logs and
 * calls, for it holds no personal data.
 *
 * @param value three capital letters, a year and at least six digits, joined by hyphens
 */
public record Reference(String value) implements Comparable<Reference> {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{3}-\\d{4}-\\d{6,18}");

    public Reference {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a reference looks like SHI-2026-000123");
        }
    }

    /** What somebody wrote as a reference, if it has the shape of one. */
    public static Optional<Reference> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new Reference(text)) : Optional.empty();
    }

    /** The reference with this authority code, year and running number. */
    public static Reference of(String code, int year, long number) {
        return new Reference(String.format(Locale.ROOT, "%s-%04d-%06d", code, year, number));
    }

    @Override
    public int compareTo(Reference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
