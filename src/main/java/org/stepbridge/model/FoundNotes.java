package org.stepbridge.model;

import java.util.List;

/**
 * What was found for a request.
 *
 * @param notes every note that could be about its child
 * @param merges what is known of merges of the records that the request and these notes name
 */
public record FoundNotes(List<Note> notes, Merges merges) {
    /** Nothing. */
    public static final FoundNotes NONE = new FoundNotes(List.of(), Merges.NONE);

    public FoundNotes {
        notes = List.copyOf(notes);
    }
}
