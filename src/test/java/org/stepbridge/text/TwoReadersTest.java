package org.stepbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.stepbridge.evidence.Labelled;
import org.stepbridge.evidence.Labelled.Answer;
import org.stepbridge.evidence.NoteReader;
import org.stepbridge.evidence.Question;
import org.stepbridge.evidence.Reading;
import org.stepbridge.evidence.Says;
import org.stepbridge.model.Child;
import org.stepbridge.model.Note;

class TwoReadersTest {
    private static final NoteReader RULES = new LuceneNoteReader();
    private static final NoteReader BOTH = new TwoReaders();

    @Test
    void what_reads_like_an_agreement_without_any_known_word_for_one_is_a_question() {
        // of the labelled notes that the rules find silent and that are none
        long silent = silent(RULES);
        long doubted = silent - silent(BOTH);
        assertThat(silent).isPositive();
        assertThat(doubted).isGreaterThan(silent / 2);
    }

    private static long silent(NoteReader reader) {
        return Labelled.part("eleventh").stream()
                .filter(note -> note.answer() == Answer.AGREED)
                .filter(note -> reader.read(note.note(), note.question()).says() == Says.SILENT)
                .count();
    }

    @Test
    void the_second_reader_decides_nothing() {
        for (String part : new String[] {"second", "fourth"}) {
            for (Labelled note : Labelled.part(part)) {
                Reading rules = RULES.read(note.note(), note.question());
                Reading both = BOTH.read(note.note(), note.question());
                assertThat(both.says()).as(note.note().noteId()).isIn(rules.says(), Says.UNSURE);
                assertThat(both.spans()).isEqualTo(rules.spans());
            }
        }
    }

    @Test
    void plain_words_are_not_doubted() {
        assertThat(read("Step down agreed with Helen Marsh, Team Manager.")).isEqualTo(Says.AGREED);
        assertThat(read("Step down not agreed by Helen Marsh.")).isEqualTo(Says.REFUSED);
        assertThat(read("Rang mum, no reply, left a voicemail. Will try again on Friday."))
                .isEqualTo(Says.SILENT);
    }

    @Test
    void what_else_was_done_that_day_makes_no_plain_agreement_doubtful() {
        assertThat(read("Rang mum, no reply, left a voicemail asking her to call back. Step down agreed with Helen"
                        + " Marsh, Team Manager. Dad attended the group and took part well."))
                .isEqualTo(Says.AGREED);
    }

    private static Says read(String text) {
        Child child = new Child(null, null, null, null, "Smith", "Oliver", LocalDate.of(2015, 3, 1));
        Note note = new Note(
                "N1",
                child,
                "General Note",
                LocalDate.of(2026, 11, 4),
                null,
                "Jo Bright",
                "Early Help Locality Manager",
                "",
                text,
                null);
        return BOTH.read(note, new Question("step-down", "Helen Marsh", child, GeneratedExports.PHRASES))
                .says();
    }
}
