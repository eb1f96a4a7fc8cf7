package org.stepbridge.testing;

import java.util.List;
import org.stepbridge.evidence.NoteReader;
import org.stepbridge.evidence.Question;
import org.stepbridge.evidence.Reading;
import org.stepbridge.evidence.Says;
import org.stepbridge.model.Note;
import org.stepbridge.model.Span;

/** A reader for tests that are not about reading: a note says what its text is. */
public final class SimpleReader implements NoteReader {
    @Override
    public Reading read(Note note, Question question) {
        Span all = new Span(Span.Where.TEXT, 0, note.text().length(), note.text());
        return switch (note.text()) {
            case "agreed" -> new Reading(Says.AGREED, "It says so.", List.of(all));
            case "refused" -> new Reading(Says.REFUSED, "It says so.", List.of(all));
            case "unsure" -> new Reading(Says.UNSURE, "It says so.", List.of(all));
            default -> new Reading(Says.SILENT, "It says nothing.", List.of());
        };
    }
}
