package org.stepbridge.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stepbridge.evidence.NoteReader;
import org.stepbridge.evidence.Phrases;
import org.stepbridge.evidence.Question;
import org.stepbridge.evidence.Reading;
import org.stepbridge.model.Note;

/**
 * Reads notes with Lucene: phrases become concepts, names become people, sentences become clauses, and interval queries
 * find out what is negated, conditional or only hoped for.
 */
class LuceneNoteReader implements NoteReader {
    private static final int PACKS_KEPT = 64;

    private final Map<Phrases, PhraseBook> books = new ConcurrentHashMap<>();
    private final ThreadLocal<NoteIndex> index = ThreadLocal.withInitial(NoteIndex::new);

    @Override
    public Reading read(Note note, Question question) {
        return readWords(note, question).reading();
    }

    /** The reading with the words that it was read from. */
    ReadWords readWords(Note note, Question question) {
        Words words = Words.of(note, book(question.phrases()), question.kind());
        return new ReadWords(
                new Judge(words, question, note, index).reading(),
                words,
                note.author(),
                !question.counterpart().isBlank());
    }

    private PhraseBook book(Phrases phrases) {
        PhraseBook known = books.get(phrases);
        if (known != null) {
            return known;
        }
        if (books.size() >= PACKS_KEPT) {
            books.clear();
        }
        return books.computeIfAbsent(phrases, pack -> PhraseBook.of(Practice.BRITISH, pack));
    }
}
