package org.stepbridge.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stepbridge.text.LuceneNoteReader;

class EvaluationTest {
    private static final NoteReader READER = new LuceneNoteReader();

    @Test
    void no_note_of_the_tune_part_is_wrongly_accepted_or_returned() {
        Score score = Score.of(READER, Labelled.part("tune"));
        assertThat(score.count(Score.Read::wrongAccept)).isZero();
        assertThat(score.count(Score.Read::wrongReturn)).isZero();
    }

    @Test
    void few_plain_notes_of_the_tune_part_are_held() {
        Score score = Score.of(READER, Labelled.part("tune"));
        assertThat(score.count(Score.Read::needlesslyHeld)).isLessThanOrEqualTo(26);
    }

    /** What was measured when these notes were first read, blind: not good enough yet, and never to become worse. */
    @Test
    void the_held_out_part_is_read_no_worse_than_when_it_was_first_measured() {
        Score score = Score.of(READER, Labelled.part("held-out"));
        assertThat(score.count(Score.Read::wrongAccept)).isLessThanOrEqualTo(4);
        assertThat(score.count(Score.Read::wrongReturn)).isLessThanOrEqualTo(2);
        assertThat(score.count(Score.Read::needlesslyHeld)).isLessThanOrEqualTo(9);
    }
}
