package org.stepbridge.text;

import org.springframework.stereotype.Component;
import org.stepbridge.evidence.NoteReader;
import org.stepbridge.evidence.Question;
import org.stepbridge.evidence.Reading;
import org.stepbridge.evidence.Says;
import org.stepbridge.model.Note;

/**
 * Two readers of every note: one by rules, who says what decided, and one who has learned from labelled notes how managers
 * write. The rules know many words for an agreement and never all. The second reader decides nothing: where it is not of the
 * rules' opinion, a person is asked.
 */
@Component
public final class TwoReaders implements NoteReader {
    private final LuceneNoteReader first = new LuceneNoteReader();
    private final SecondReader second = SecondReader.taught();

    @Override
    public Reading read(Note note, Question question) {
        ReadWords read = first.readWords(note, question);
        Reading reading = read.reading();
        return switch (reading.says()) {
            case UNSURE, OTHER_COUNTERPART -> reading;
            case AGREED ->
                second.confirms(read, SecondReader.AGREED)
                        ? reading
                        : unsure("It has the words of an agreement, yet does not read like one.", reading);
            case REFUSED, NOT_SETTLED, OTHER_KIND, OTHER_CHILD ->
                second.confirms(read, SecondReader.NOT_AGREED)
                        ? reading
                        : unsure("Something in it speaks against an agreement, yet it reads like one.", reading);
            case SILENT ->
                second.confirms(read, SecondReader.NOT_AGREED)
                        ? reading
                        : unsure("No word for an agreement is known in it, yet it reads like one.", reading);
        };
    }

    private static Reading unsure(String because, Reading reading) {
        return new Reading(Says.UNSURE, because, reading.spans());
    }
}
