package org.stepbridge.evidence;

import org.stepbridge.model.Note;

/** Reads what a note says. Implementations are pure, hold no state a caller can see and may be used by many threads. */
@FunctionalInterface
public interface NoteReader {

    /** What this note answers to this question. */
    Reading read(Note note, Question question);
}
