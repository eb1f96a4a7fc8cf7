package org.stepbridge.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note that was looked at for a request, and what became of it.
 *
 * @param noteId the note
 * @param date the day it is about
 * @param author who wrote it
 * @param authorRole that person's role
 * @param counts whether it is the evidence
 * @param why the first reason that ruled it out, or why it counts, in plain English
 * @param spans the words that decided, empty when it was ruled out before its words were read
 */
public record Considered(
        String noteId,
        @Nullable LocalDate date,
        String author,
        String authorRole,
        boolean counts,
        String why,
        List<Span> spans) {
    public Considered {
        spans = List.copyOf(spans);
    }

    /** The same, where something else than the notes keeps it from being the evidence. */
    public Considered notCounting() {
        return new Considered(noteId, date, author, authorRole, false, why, spans);
    }

    @Override
    public String toString() {
        return "Considered[" + noteId + " counts=" + counts + "]";
    }
}
