package org.stepbridge.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stepbridge.model.Span;

/**
 * A stretch of a note.
 *
 * @param text its words
 * @param decided whether they are among those that decided
 */
record Passage(String text, boolean decided) {

    /**
     * The whole of a field of a note, cut where what decided begins and ends. Spans that no longer hold the words that
     * decided are left out: the note was changed since.
     */
    static List<Passage> of(String text, Span.Where where, List<Span> spans) {
        List<Passage> passages = new ArrayList<>();
        int from = 0;
        for (Span span : spans.stream()
                .filter(each -> each.where() == where && holds(text, each))
                .sorted(Comparator.comparingInt(Span::start))
                .toList()) {
            int start = Math.max(span.start(), from);
            if (start < span.end()) {
                add(passages, text.substring(from, start), false);
                add(passages, text.substring(start, span.end()), true);
                from = span.end();
            }
        }
        add(passages, text.substring(from), false);
        return List.copyOf(passages);
    }

    /** Whether the words that decided still stand where they stood. */
    static boolean holds(String text, Span span) {
        return span.end() <= text.length()
                && text.substring(span.start(), span.end()).equals(span.words());
    }

    private static void add(List<Passage> passages, String text, boolean decided) {
        if (!text.isEmpty()) {
            passages.add(new Passage(text, decided));
        }
    }
}
