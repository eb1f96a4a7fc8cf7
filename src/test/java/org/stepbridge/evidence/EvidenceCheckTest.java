package org.stepbridge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.evidence.Notes.OLIVER;
import static org.stepbridge.evidence.Notes.carrying;
import static org.stepbridge.evidence.Notes.check;
import static org.stepbridge.evidence.Notes.checkWithFamily;
import static org.stepbridge.evidence.Notes.note;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.model.Child;
import org.stepbridge.model.Considered;
import org.stepbridge.model.FamilyEpisode;
import org.stepbridge.model.Flag;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.Upn;
import org.stepbridge.model.Verdict;
import org.stepbridge.model.Verdict.Evidenced;
import org.stepbridge.model.Verdict.NotEvidenced;
import org.stepbridge.model.Verdict.Unclear;

class EvidenceCheckTest {

    @Nested
    class Who {
        @Test
        void a_note_with_one_of_the_childs_identifiers_is_the_childs() {
            assertThat(cited(check(note("A", "agreed").about(carrying("L1", null)))))
                    .isEqualTo("A");
            assertThat(cited(check(note("A", "agreed").about(carrying(null, "E1")))))
                    .isEqualTo("A");
            Child byNhs = new Child(null, null, new NhsNumber("9434765919"), null, "", "", null);
            assertThat(cited(check(note("A", "agreed").about(byNhs)))).isEqualTo("A");
            Child byUpn = new Child(null, null, null, new Upn("A950000178301"), "", "", null);
            assertThat(cited(check(byUpn, note("A", "agreed").about(byUpn)))).isEqualTo("A");
        }

        @Test
        void a_match_that_another_identifier_contradicts_is_a_question() {
            assertThat(check(note("A", "agreed").about(carrying("L1", "E9")))).isInstanceOf(Unclear.class);
        }

        @Test
        void a_match_whose_name_and_birth_are_both_somebody_elses_is_a_question() {
            Child stranger = new Child(new LcsId("L1"), null, null, null, "Hall", "Ava", LocalDate.of(2011, 1, 1));
            assertThat(check(note("A", "agreed").about(stranger))).isInstanceOf(Unclear.class);
        }

        @Test
        void a_changed_name_with_the_same_birth_is_still_the_child() {
            Child adopted = new Child(new LcsId("L1"), null, null, null, "Hall", "Noah", OLIVER.dateOfBirth());
            assertThat(cited(check(note("A", "agreed").about(adopted)))).isEqualTo("A");
        }

        @Test
        void a_note_with_another_persons_identifiers_is_theirs_whatever_the_name() {
            NotEvidenced verdict = (NotEvidenced) check(note("A", "agreed").about(carrying("L9", "E9")));
            assertThat(verdict.considered().get(0).why()).isEqualTo("It is about somebody else.");
        }

        @Test
        void a_note_with_no_identifier_but_the_same_name_and_birth_is_a_question_when_it_says_agreed() {
            Unclear verdict = (Unclear) check(note("A", "agreed").about(carrying(null, null)));
            assertThat(verdict.question()).contains("Note A").contains("name and date of birth agree");
            assertThat(check(note("A", "nothing").about(carrying(null, null)))).isInstanceOf(NotEvidenced.class);
            assertThat(check(note("A", "refused").about(carrying(null, null)))).isInstanceOf(NotEvidenced.class);
        }

        @Test
        void a_note_with_no_identifier_and_another_birth_is_somebody_elses() {
            Child namesake = new Child(null, null, null, null, "Nunez", "Oliver", LocalDate.of(2014, 3, 1));
            assertThat(check(note("A", "agreed").about(namesake))).isInstanceOf(NotEvidenced.class);
        }

        @Test
        void a_doubtful_note_does_not_stand_in_the_way_of_a_plain_one_unless_it_refuses_later() {
            Notes plain = note("A", "agreed").daysBefore(9);
            assertThat(cited(check(plain, note("B", "agreed").about(carrying(null, null)))))
                    .isEqualTo("A");
            assertThat(check(plain, note("B", "refused").about(carrying(null, null))))
                    .isInstanceOf(Unclear.class);
        }

        @Test
        void a_request_whose_child_has_no_identifier_is_never_returned() {
            assertThat(check(carrying(null, null))).isInstanceOf(Unclear.class);
        }
    }

    @Nested
    class FamilyNotes {
        private final Child olive = inFamily(carrying("L1", "E1"), "F1");
        private final Child family = inFamily(null, "F1");
        private final Child sister =
                inFamily(new Child(new LcsId("L2"), null, null, null, "Núñez", "Ana", LocalDate.of(2017, 4, 2)), "F1");

        @Test
        void a_note_on_the_whole_family_counts_where_the_rule_says_so_and_nowhere_else() {
            assertThat(cited(checkWithFamily(olive, note("A", "agreed").about(family))))
                    .isEqualTo("A");
            NotEvidenced verdict =
                    (NotEvidenced) check(olive, note("A", "agreed").about(family));
            assertThat(verdict.considered().get(0).why()).isEqualTo("It is about somebody else.");
        }

        @Test
        void a_note_on_another_family_is_somebody_elses() {
            Child other = inFamily(null, "F2");
            assertThat(checkWithFamily(olive, note("A", "agreed").about(other))).isInstanceOf(NotEvidenced.class);
            assertThat(checkWithFamily(carrying("L1", "E1"), note("A", "agreed").about(other)))
                    .isInstanceOf(NotEvidenced.class);
        }

        @Test
        void an_agreement_on_the_record_of_another_child_of_the_family_is_a_question_and_never_evidence() {
            Unclear verdict =
                    (Unclear) checkWithFamily(olive, note("A", "agreed").about(sister));
            assertThat(verdict.question()).contains("Note A").contains("another child of the family");
            assertThat(check(olive, note("A", "agreed").about(sister))).isInstanceOf(NotEvidenced.class);
            assertThat(checkWithFamily(olive, note("A", "nothing").about(sister)))
                    .isInstanceOf(NotEvidenced.class);
        }

        @Test
        void a_note_on_the_family_that_names_another_child_as_its_subject_is_no_evidence() {
            assertThat(checkWithFamily(olive, note("A", "agreed for a sibling").about(family)))
                    .isNotInstanceOf(Evidenced.class);
        }

        private static Child inFamily(@Nullable Child child, String episode) {
            FamilyEpisode family = new FamilyEpisode(episode);
            return child == null
                    ? new Child(null, null, null, null, "", "", null, family)
                    : new Child(
                            child.lcs(),
                            child.ehm(),
                            child.nhs(),
                            child.upn(),
                            child.surname(),
                            child.forename(),
                            child.dateOfBirth(),
                            family);
        }
    }

    @Nested
    class What {
        @Test
        void type_and_role_are_compared_without_case_and_spacing() {
            Notes note = note("A", "agreed").type(" general  NOTE").by("early help  locality manager ");
            assertThat(cited(check(note))).isEqualTo("A");
        }

        @Test
        void every_rejected_note_says_the_first_reason_that_ruled_it_out() {
            NotEvidenced verdict = (NotEvidenced) check(
                    note("A", "agreed").type("Home Visit").by("Business Support"),
                    note("B", "agreed").by("Business Support").daysBefore(99),
                    note("C", "agreed").daysBefore(29),
                    note("D", "refused"));
            assertThat(verdict.considered())
                    .extracting(Considered::noteId, Considered::why)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("A", "Its type is not one that counts."),
                            org.assertj.core.groups.Tuple.tuple("B", "The role of its author is not one that counts."),
                            org.assertj.core.groups.Tuple.tuple("C", "It is dated before the days that count."),
                            org.assertj.core.groups.Tuple.tuple("D", "It says so."));
        }

        @Test
        void the_window_counts_calendar_days_and_includes_its_first() {
            assertThat(cited(check(note("A", "agreed").daysBefore(28)))).isEqualTo("A");
            assertThat(check(note("A", "agreed").daysBefore(29))).isInstanceOf(NotEvidenced.class);
        }

        @Test
        void a_note_after_the_request_counts_and_is_flagged() {
            Evidenced verdict = (Evidenced) check(note("A", "agreed").daysBefore(-2));
            assertThat(verdict.flags()).extracting(Flag::code).containsExactly("note-after-request");
            assertThat(((Evidenced) check(note("A", "agreed").daysBefore(0))).flags())
                    .isEmpty();
        }

        @Test
        void the_note_cited_is_the_latest_up_to_the_request_else_the_earliest_after_it() {
            Notes early = note("A", "agreed").daysBefore(9);
            Notes late = note("B", "agreed").daysBefore(2);
            Notes after = note("C", "agreed").daysBefore(-1);
            Notes longAfter = note("D", "agreed").daysBefore(-3);
            assertThat(cited(check(early, late, after))).isEqualTo("B");
            assertThat(cited(check(longAfter, after))).isEqualTo("C");
        }

        @Test
        void a_note_dated_after_it_was_written_is_a_question() {
            assertThat(check(note("A", "agreed").daysBefore(2).recorded("2026-11-02T10:00:00Z")))
                    .isInstanceOf(Unclear.class);
        }
    }

    @Nested
    class LastWordCounts {
        @Test
        void an_agreement_that_is_refused_later_is_no_evidence() {
            NotEvidenced verdict = (NotEvidenced) check(
                    note("A", "agreed").daysBefore(9), note("B", "refused").daysBefore(3));
            assertThat(verdict.considered())
                    .filteredOn(considered -> considered.noteId().equals("A"))
                    .extracting(Considered::why)
                    .containsExactly("A later note takes the agreement back.");
        }

        @Test
        void a_covering_manager_can_refuse_but_not_agree() {
            Notes agreed = note("A", "agreed").daysBefore(9);
            assertThat(check(agreed, note("B", "refused").by("covering manager").daysBefore(3)))
                    .isInstanceOf(NotEvidenced.class);
            assertThat(check(note("B", "agreed").by("Covering Manager"))).isInstanceOf(NotEvidenced.class);
        }

        @Test
        void a_later_refusal_in_a_note_of_another_type_is_a_question() {
            assertThat(check(
                            note("A", "agreed").daysBefore(9),
                            note("B", "refused").type("Phone Call").daysBefore(3)))
                    .isInstanceOf(Unclear.class);
        }

        @Test
        void a_refusal_by_somebody_who_could_not_agree_changes_nothing() {
            assertThat(cited(check(
                            note("A", "agreed").daysBefore(9),
                            note("B", "refused").by("Business Support").daysBefore(3))))
                    .isEqualTo("A");
        }

        @Test
        void an_agreement_after_an_earlier_refusal_is_evidence() {
            assertThat(cited(check(
                            note("A", "refused").daysBefore(9),
                            note("B", "agreed").daysBefore(3))))
                    .isEqualTo("B");
        }

        @Test
        void an_agreement_after_a_refusal_that_followed_an_agreement_is_evidence_even_after_the_request() {
            Evidenced verdict = (Evidenced) check(
                    note("A", "agreed").daysBefore(9),
                    note("B", "refused").daysBefore(3),
                    note("C", "agreed").daysBefore(-1));
            assertThat(verdict.note().noteId()).isEqualTo("C");
            assertThat(verdict.flags()).hasSize(1);
        }

        @Test
        void of_two_notes_of_one_day_the_one_written_later_counts_and_without_a_time_it_is_a_question() {
            Notes agreed = note("A", "agreed").recorded("2026-11-11T09:00:00Z");
            Notes refused = note("B", "refused").recorded("2026-11-11T15:00:00Z");
            assertThat(check(agreed, refused)).isInstanceOf(NotEvidenced.class);
            assertThat(cited(check(note("A", "agreed").recorded("2026-11-11T16:00:00Z"), refused)))
                    .isEqualTo("A");
            assertThat(check(note("A", "agreed"), note("B", "refused"))).isInstanceOf(Unclear.class);
        }

        @Test
        void a_refusal_dated_before_but_written_after_the_agreement_is_a_question() {
            assertThat(check(
                            note("A", "agreed").daysBefore(5).recorded("2026-11-11T09:00:00Z"),
                            note("B", "refused").daysBefore(6).recorded("2026-11-12T09:00:00Z")))
                    .isInstanceOf(Unclear.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"no agreement", "perhaps"})
        void a_later_note_that_unsettles_the_agreement_is_a_question(String later) {
            assertThat(check(note("A", "agreed").daysBefore(9), note("B", later).daysBefore(3)))
                    .isInstanceOf(Unclear.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"agreed with another", "agreed for a sibling", "agreed another kind", "nothing"})
        void a_later_note_about_something_else_leaves_the_agreement_as_it_is(String later) {
            assertThat(cited(check(
                            note("A", "agreed").daysBefore(9), note("B", later).daysBefore(3))))
                    .isEqualTo("A");
        }
    }

    @Nested
    class Doubt {
        @ParameterizedTest
        @ValueSource(strings = {"perhaps", "agreed with another"})
        void an_unclear_note_in_scope_is_never_a_return_even_after_a_later_refusal(String text) {
            assertThat(check(note("A", text))).isInstanceOf(Unclear.class);
            assertThat(check(note("A", text).daysBefore(9), note("B", "refused").daysBefore(3)))
                    .isInstanceOf(Unclear.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"perhaps", "agreed with another", "no agreement"})
        void a_later_plain_agreement_settles_an_unclear_note(String text) {
            assertThat(cited(check(
                            note("A", text).daysBefore(9), note("B", "agreed").daysBefore(3))))
                    .isEqualTo("B");
        }

        @ParameterizedTest
        @ValueSource(strings = {"refused", "no agreement", "agreed for a sibling", "agreed another kind", "nothing"})
        void a_note_that_does_not_say_agreed_is_no_evidence(String text) {
            assertThat(check(note("A", text))).isInstanceOf(NotEvidenced.class);
        }

        @Test
        void while_a_note_of_the_child_cannot_be_read_nothing_is_concluded_from_its_absence() {
            assertThat(check(note("A", "").broken())).isInstanceOf(Unclear.class);
            assertThat(check(note("A", "").broken(), note("B", "refused"))).isInstanceOf(Unclear.class);
            assertThat(cited(check(note("A", "").broken(), note("B", "agreed"))))
                    .isEqualTo("B");
            assertThat(check(note("A", "").broken().about(carrying("L9", null))))
                    .isInstanceOf(NotEvidenced.class);
        }

        @Test
        void the_words_are_read_only_of_notes_that_could_count() {
            NoteReader never = (note, question) -> {
                throw new AssertionError("read");
            };
            List<org.stepbridge.model.Note> outOfScope = List.of(
                    note("A", "agreed").type("Email").build(),
                    note("B", "agreed").by("Business Support").build(),
                    note("C", "agreed").daysBefore(60).build(),
                    note("D", "agreed").about(carrying("L9", null)).build());
            assertThat(new EvidenceCheck(never).check(Notes.request(OLIVER), Notes.REQUESTED, Notes.rule(), outOfScope))
                    .isInstanceOf(NotEvidenced.class);
        }
    }

    private static String cited(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Evidenced.class);
        Considered note = ((Evidenced) verdict).note();
        assertThat(note.counts()).isTrue();
        assertThat(verdict.considered().get(0)).isEqualTo(note);
        return note.noteId();
    }
}
