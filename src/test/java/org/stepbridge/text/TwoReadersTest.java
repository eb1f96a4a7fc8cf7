package org.stepbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.stepbridge.evidence.Labelled;
import org.stepbridge.evidence.NoteReader;
import org.stepbridge.evidence.Question;
import org.stepbridge.evidence.Reading;
import org.stepbridge.evidence.Says;
import org.stepbridge.model.Child;
import org.stepbridge.model.Note;
import org.stepbridge.model.Span;

class TwoReadersTest {
    private static final NoteReader RULES = new LuceneNoteReader();
    private static final NoteReader BOTH = new TwoReaders();

    @Test
    void neither_reader_overrules_the_other() {
        for (String part : new String[] {"second", "fourth", "traps-1"}) {
            for (Labelled note : Labelled.part(part)) {
                Reading rules = RULES.read(note.note(), note.question());
                Reading both = BOTH.read(note.note(), note.question());
                assertThat(both.says()).as(note.note().noteId()).isIn(possible(rules.says()));
            }
        }
    }

    private static Set<Says> possible(Says rules) {
        return switch (rules) {
            case UNSURE -> Set.of(Says.UNSURE, Says.AGREED, Says.NOT_SETTLED);
            case SILENT -> Set.of(Says.SILENT, Says.UNSURE, Says.AGREED);
            case OTHER_COUNTERPART -> Set.of(Says.OTHER_COUNTERPART);
            case AGREED, REFUSED, NOT_SETTLED, OTHER_KIND, OTHER_CHILD -> Set.of(rules, Says.UNSURE);
        };
    }

    @Test
    void what_only_the_second_reader_finds_is_shown_with_its_sentence() {
        int found = 0;
        for (Labelled note : Labelled.part("hidden-1")) {
            Reading rules = RULES.read(note.note(), note.question());
            Reading both = BOTH.read(note.note(), note.question());
            if (rules.says() != Says.AGREED && both.says() == Says.AGREED) {
                found++;
                assertThat(both.because()).isNotEqualTo(rules.because());
                assertThat(both.spans()).as(note.note().noteId()).hasSize(1);
                Span span = both.spans().get(0);
                String said = span.where() == Span.Where.TEXT
                        ? note.note().text()
                        : note.note().subject();
                assertThat(said.substring(span.start(), span.end())).isEqualTo(span.words());
                assertThat(span.words()).isNotBlank();
            }
        }
        assertThat(found).isPositive();
    }

    /** The second reader takes a hundred times as long as the rules: it must not be asked about what is plain. */
    @Test
    void what_the_generator_writes_is_plain_at_a_glance() throws IOException {
        GeneratedExports exports = GeneratedExports.of(31, 300);
        LuceneNoteReader rules = new LuceneNoteReader();
        Glance glance = Glance.taught();
        Map<String, List<Note>> notes = exports.notes();
        int read = 0;
        int doubted = 0;
        for (NamedCsvRecord transfer : exports.transfers()) {
            for (Note note : notes.getOrDefault(transfer.getField("EHMPersonID"), List.of())) {
                read++;
                doubted += glance.confirms(rules.readWords(note, GeneratedExports.question(transfer))) ? 0 : 1;
            }
        }
        FileSystemUtils.deleteRecursively(exports.folder());
        assertThat(read).isGreaterThan(400);
        assertThat(doubted).isLessThanOrEqualTo(read / 100);
    }

    @Test
    void a_note_too_long_to_be_read_at_once_is_read_in_stretches() {
        String visit = "Rang mum, no reply, left a voicemail. Dad attended the group and took part well. ";
        String day = visit.repeat(25);
        assertThat(read(day + "Helen Marsh and I are both happy for us to pick Oliver up as a step down. " + day))
                .isEqualTo(Says.AGREED);
        assertThat(read(day + day)).isEqualTo(Says.SILENT);
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
        Note note = ManagersNote.about(child, "", text);
        return BOTH.read(note, new Question("step-down", "Helen Marsh", child, GeneratedExports.PHRASES))
                .says();
    }
}
