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

    /**
     * Notes of two other writers and the first held-out part, seen since: what they still get wrong. One more of the second and of
     * the third is asked about since a second reader may doubt the rules.
     */
    @Test
    void the_second_part_is_read_no_worse_than_it_was() {
        assertAtMost("second", 0, 0, 28);
    }

    @Test
    void the_third_part_is_read_no_worse_than_it_was() {
        assertAtMost("third", 0, 1, 18);
    }

    /** Set aside when they were written, and seen since. */
    @Test
    void the_parts_that_were_once_set_aside_are_read_no_worse_than_they_were() {
        assertAtMost("third-check", 0, 0, 9);
        assertAtMost("held-out", 0, 1, 9);
    }

    /**
     * Written after the rules and read once before anything was mended by it: then 3 of its 160 notes were wrongly
     * accepted, 2 wrongly returned and 20 held needlessly. What it gets wrong now says less than that.
     */
    @Test
    void the_second_held_out_part_is_read_no_worse_than_after_it_was_seen() {
        assertAtMost("held-out-2", 0, 0, 8);
    }

    /** No rule was made by it and nothing learned from it: the rules alone accept 16 of its 400 notes wrongly and return 24. */
    @Test
    void the_part_that_nothing_was_made_by_is_read_no_worse_than_at_first() {
        assertAtMost("held-out-6", 9, 10, 115);
    }

    private static void assertAtMost(String part, int wrongAccepts, int wrongReturns, int needlesslyHeld) {
        Score score = Score.of(READER, Labelled.part(part));
        assertThat(score.count(Score.Read::wrongAccept)).isLessThanOrEqualTo(wrongAccepts);
        assertThat(score.count(Score.Read::wrongReturn)).isLessThanOrEqualTo(wrongReturns);
        assertThat(score.count(Score.Read::needlesslyHeld)).isLessThanOrEqualTo(needlesslyHeld);
    }
}
