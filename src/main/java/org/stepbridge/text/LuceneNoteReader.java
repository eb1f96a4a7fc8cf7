package org.stepbridge.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.stepbridge.evidence.NoteReader;
import org.stepbridge.evidence.Phrases;
import org.stepbridge.evidence.Question;
import org.stepbridge.evidence.Reading;
import org.stepbridge.model.Note;

/**
 * Reads notes with Lucene: phrases become concepts, names become people, sentences become clauses, and interval queries
 * find out what is negated, conditional or only hoped for.
 */
@Component
public class LuceneNoteReader implements NoteReader {
    private static final int PACKS_KEPT = 64;

    private final Map<Phrases, PracticeAnalyzer> analyzers = new ConcurrentHashMap<>();
    private final ThreadLocal<NoteIndex> index = ThreadLocal.withInitial(NoteIndex::new);

    @Override
    public Reading read(Note note, Question question) {
        Words words = Words.of(note, analyzer(question.phrases()), question.kind());
        return new Judge(words, question, note, index).reading();
    }

    private PracticeAnalyzer analyzer(Phrases phrases) {
        PracticeAnalyzer known = analyzers.get(phrases);
        if (known != null) {
            return known;
        }
        if (analyzers.size() >= PACKS_KEPT) {
            analyzers.clear();
        }
        return analyzers.computeIfAbsent(phrases, pack -> PracticeAnalyzer.of(Practice.BRITISH, pack));
    }
}
