package org.stepbridge.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stepbridge.text.TwoReaders;

class EvaluationTest {
    private static final NoteReader READER = new TwoReaders();

    @Test
    void no_note_of_the_tune_part_is_wrongly_accepted_or_returned() {
        Score score = Score.of(READER, Labelled.part("tune"));
        assertThat(score.count(Score.Read::wrongAccept)).isZero();
        assertThat(score.count(Score.Read::wrongReturn)).isZero();
    }

    /** Safety was bought with questions: more doubts are heard than in the first session, and some needlessly. */
    @Test
    void few_plain_notes_of_the_tune_part_are_held() {
        Score score = Score.of(READER, Labelled.part("tune"));
        assertThat(score.count(Score.Read::needlesslyHeld)).isLessThanOrEqualTo(20);
    }

    /** Notes of two other writers and the held-out parts of before, by which rules were made or that were learned from since. */
    @Test
    void parts_that_were_seen_are_read_no_worse_than_they_were() {
        assertAtMost("second", 0, 0, 2);
        assertAtMost("third", 0, 0, 2);
        assertAtMost("third-check", 0, 0, 0);
        assertAtMost("held-out", 0, 1, 2);
        assertAtMost("held-out-2", 0, 0, 1);
    }

    /** No rule was made by them and nothing learned from them; the rules alone accept 16 of 400 wrongly and return 24. */
    @Test
    void parts_that_nothing_was_made_by_are_read_no_worse_than_at_first() {
        assertAtMost("held-out-6", 2, 1, 42);
        assertAtMost("held-out-7", 2, 2, 40);
    }

    private static void assertAtMost(String part, int wrongAccepts, int wrongReturns, int needlesslyHeld) {
        Score score = Score.of(READER, Labelled.part(part));
        assertThat(score.count(Score.Read::wrongAccept)).isLessThanOrEqualTo(wrongAccepts);
        assertThat(score.count(Score.Read::wrongReturn)).isLessThanOrEqualTo(wrongReturns);
        assertThat(score.count(Score.Read::needlesslyHeld)).isLessThanOrEqualTo(needlesslyHeld);
    }
}
