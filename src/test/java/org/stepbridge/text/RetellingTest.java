package org.stepbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.stepbridge.evidence.Question;
import org.stepbridge.model.Child;
import org.stepbridge.model.Note;

class RetellingTest {
    private static final LuceneNoteReader RULES = new LuceneNoteReader();

    @Test
    void everybody_is_named_by_who_they_are_to_the_request() {
        assertThat(told(
                        "Helen Marsh",
                        "Oliver",
                        "Smith",
                        "Spoke to Helen Marsh re Oliver. S/d agreed, Adele's to start. Jo"))
                .isEqualTo(
                        "the manager . Spoke to the manager re the child. the transfer agreed, somebody's to start. myself");
    }

    @Test
    void nobodys_name_matters() {
        assertThat(told("Siobhán Kelly", "Zoë", "O'Neill", "Siobhán and I agreed the step down of Zoë."))
                .isEqualTo(told("Helen Marsh", "Oliver", "Smith", "Helen and I agreed the step down of Oliver."));
    }

    @Test
    void the_other_kind_of_transfer_is_told_from_the_one_asked_about() {
        assertThat(told("Helen Marsh", "Oliver", "Smith", "No step down; we will co-work."))
                .isEqualTo("the manager . No the transfer; we will the other kind.");
    }

    @Test
    void word_pieces_are_those_of_the_model_the_reader_was_made_from() {
        WordPieces pieces = new WordPieces();
        // [CLS] the manager [SEP], as any tokenizer of BERT without capitals gives them
        assertThat(pieces.of("The  MANAGER")).containsExactly(101, 1996, 3208, 102);
        assertThat(pieces.of("Zoë's co-work…")).isEqualTo(pieces.of("zoe ' s co - work \u2026"));
        assertThat(pieces.of("\ud83d\ude00")).containsExactly(101, 100, 100, 102);
    }

    private static String told(String manager, String forename, String surname, String text) {
        Child child = new Child(null, null, null, null, surname, forename, LocalDate.of(2015, 3, 1));
        Note note = ManagersNote.about(child, manager, text);
        return new Retelling(RULES.readWords(note, new Question("step-down", manager, child, GeneratedExports.PHRASES)))
                .whole();
    }
}
