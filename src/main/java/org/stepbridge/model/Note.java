package org.stepbridge.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A note on an early help record.
 *
 * @param noteId its id in EHM; unique within an authority
 * @param child whose record it is on
 * @param type the kind of note, such as {@code General Note}
 * @param date the day it is about; null only when {@code problem} is set
 * @param recordedAt when it was written, if known
 * @param author who wrote it
 * @param authorRole that person's role, as exported
 * @param subject its heading
 * @param text its words
 * @param problem why the row could not be read, when it names a child but is otherwise broken; such a note can prove
 *     nothing, and while it is there nothing may be concluded from its absence
 */
public record Note(
        String noteId,
        Child child,
        String type,
        @Nullable LocalDate date,
        @Nullable Instant recordedAt,
        String author,
        String authorRole,
        String subject,
        String text,
        @Nullable String problem) {

    @Override
    public String toString() {
        return "Note[" + noteId + "]";
    }
}
