package org.stepbridge.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Considered;
import org.stepbridge.model.Note;

/**
 * One note, looked at for one request.
 *
 * @param standing what it can do
 * @param why the first reason that rules it out, or what keeps it from being plain, or what it says
 * @param doubt what must be asked before its words may decide, null when they may
 * @param reading what it says, null when that was not needed
 */
record Look(
        Note note,
        Standing standing,
        String why,
        @Nullable String doubt,
        @Nullable Reading reading) {
    /** What a note can do for a request. */
    enum Standing {
        /** Nothing. */
        RULED_OUT,
        /** Nothing, but it may be the one that is missing. */
        BROKEN,
        /** Of a type that does not count, by somebody who could have agreed: it can cast doubt on an agreement. */
        ASIDE,
        /** Of a type that counts, by somebody whose agreement does not count but whose refusal does. */
        COVERING,
        /** It is in scope: its words decide. */
        IN_SCOPE
    }

    /** How the moment of one note lies to that of another. */
    enum Order {
        /** Before it. */
        EARLIER,
        /** The dates and the times of writing do not settle it. */
        UNCERTAIN,
        /** After it. */
        LATER
    }

    boolean says(Says wanted) {
        return reading != null && reading.says() == wanted;
    }

    /** Whether it could be the evidence if nothing spoke against it. */
    boolean agrees() {
        return standing == Standing.IN_SCOPE && doubt == null && says(Says.AGREED);
    }

    /** Whether a person has to look before anything is concluded from this note. */
    boolean asks() {
        return switch (standing) {
            case BROKEN -> true;
            case RULED_OUT, ASIDE, COVERING -> false;
            case IN_SCOPE ->
                reading != null && (reading.says().asks() || (doubt != null && reading.says() == Says.AGREED));
        };
    }

    /** The day it is about; only a broken note has none. */
    LocalDate date() {
        return Objects.requireNonNullElse(note.date(), LocalDate.MIN);
    }

    /** Where this note lies to the other: by day, then by the time of writing. */
    Order to(Look other) {
        int days = date().compareTo(other.date());
        Instant written = note.recordedAt();
        Instant otherWritten = other.note.recordedAt();
        if (days != 0 || written == null || otherWritten == null) {
            return days > 0
                    ? Order.LATER
                    : days < 0 ? earlierUnlessWrittenLater(written, otherWritten) : Order.UNCERTAIN;
        }
        int times = written.compareTo(otherWritten);
        return times > 0 ? Order.LATER : times < 0 ? Order.EARLIER : Order.UNCERTAIN;
    }

    private static Order earlierUnlessWrittenLater(@Nullable Instant written, @Nullable Instant otherWritten) {
        return written != null && otherWritten != null && written.isAfter(otherWritten)
                ? Order.UNCERTAIN
                : Order.EARLIER;
    }

    /** Whether it is dated more than a day after it was written, so that it cannot tell what has happened. */
    static boolean aheadOfItself(Note note) {
        Instant written = note.recordedAt();
        LocalDate date = note.date();
        return written != null
                && date != null
                && date.isAfter(written.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1));
    }

    Considered considered(boolean counts) {
        return considered(counts, why);
    }

    Considered considered(boolean counts, String because) {
        return new Considered(
                note.noteId(),
                note.date(),
                note.author(),
                note.authorRole(),
                counts,
                because,
                reading == null ? List.of() : reading.spans());
    }
}
