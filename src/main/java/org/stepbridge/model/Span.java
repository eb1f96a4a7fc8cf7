package org.stepbridge.model;

/**
 * A stretch of a note that decided something.
 *
 * @param where the field of the note it is in
 * @param start index of its first character
 * @param end index after its last character
 * @param words the characters themselves, kept so that the decision can be shown after the note is purged
 */
public record Span(Where where, int start, int end, String words) {
    /** The fields of a note that can say something. */
    public enum Where {
        /** The heading. */
        SUBJECT,
        /** The body. */
        TEXT
    }

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span ends after it starts");
        }
    }

    @Override
    public String toString() {
        return "Span[" + where + " " + start + "-" + end + "]";
    }
}
