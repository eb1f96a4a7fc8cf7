package org.stepbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepbridge.evidence.Phrases;
import org.stepbridge.evidence.Question;
import org.stepbridge.evidence.Reading;
import org.stepbridge.evidence.Says;
import org.stepbridge.model.Child;
import org.stepbridge.model.Note;

/** One table for each rule of reading: of each pair of notes, one where the rule holds and one where it must not. */
class NoteRulesTest {
    private static final Child CHILD = new Child(null, null, null, null, "Smith", "Oliver", LocalDate.of(2015, 3, 1));
    private static final Question CO_WORKING = new Question(
            "co-working", "Helen Marsh", CHILD, new Phrases(Map.of("co-working", List.of("co-work")), Map.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Helen Marsh came by. Co-working it is. Kay will lead.|UNSURE",
                "Left message for Helen Marsh re co-working.|SILENT",
                "Helen Marsh wanted to know how co-working is recorded.|SILENT",
                "Co-working? Helen Marsh to look at the plan.|SILENT",
            })
    void what_is_spoken_of_as_settled_is_a_question_and_never_silence(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Co-working agreed with Helen Marsh. Awaiting her view on the new referral.|UNSURE",
                "Helen Marsh asked me: are you in agreement? Co-working agreed with Helen Marsh.|AGREED",
                "Hi Helen, I agree to co-work Oliver. Are you?|UNSURE",
            })
    void words_of_doubt_are_a_question_unless_the_agreement_answers_them(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I declined co-working in June. Helen Marsh and I have now agreed co-working.|AGREED",
                "I declined co-working. Helen Marsh agreed co-working.|UNSURE",
            })
    void what_is_said_now_holds_over_an_earlier_no(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Co-working agreed by Helen Marsh and me. Dad did not agree.|AGREED",
                "Co-working agreed by Helen Marsh and me. She did not agree.|UNSURE",
            })
    void a_no_of_the_family_is_not_a_no_of_the_managers(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Agreed with Helen Marsh to hold off on co-working.|NOT_SETTLED",
                "Agreed co-working with Helen Marsh, Kay to leave a card.|AGREED",
                "Helen Marsh and I agreed that co-working is not the way to go.|UNSURE",
            })
    void an_agreement_to_wait_is_no_agreement(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If that cannot be done it will have to be a no to co-working. Helen Marsh told.|UNSURE",
                "It is a no to co-working. Helen Marsh told.|REFUSED",
                "If mum asks, Helen Marsh has declined co-working.|REFUSED",
                "If mum agrees to the visit, Helen Marsh declines co-working.|UNSURE",
                "Update chronology, close if no Co-working was not agreed with Helen Marsh, Team Manager.|REFUSED",
                "No co-working was agreed with Helen Marsh.|REFUSED",
            })
    void a_refusal_in_one_case_only_is_a_question(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Agreed with Helen that we will co-work Oliver with Priya.|AGREED",
                "Agreed with Priya Shah that we will co-work Oliver.|OTHER_COUNTERPART",
                "Co-working agreed with the Team Manager.|AGREED",
                "Co-working agreed, to be allocated to Kay.|AGREED",
                "Helen Marsh has spoken with her social worker and agrees to co-work.|AGREED",
                "Agreed by the social worker: co-working.|OTHER_COUNTERPART",
            })
    void who_works_together_is_not_who_agreed(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Agreed with Helen Marsh to co-work Oliver's sister Ruby.|OTHER_CHILD",
                "Agreed with Helen Marsh to co-work Oliver and his sister Ruby.|AGREED",
                "With Helen Marsh. Price family: co-working agreed. Oliver Smith: to be looked at.|OTHER_CHILD",
                "With Helen Marsh. Price family: to be looked at. Oliver Smith: co-working agreed.|AGREED",
            })
    void a_sister_named_behind_the_transfer_is_whose_it_is(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Co-working is going well, Helen Marsh said. Agreed to continue six weekly supervision.|UNSURE",
                "Helen Marsh asked for co-working. Agreed to proceed.|AGREED",
                "Agreed the following with Helen Marsh: 1. Co-working from Monday.|AGREED",
            })
    void an_agreement_is_about_the_transfer_only_when_nothing_else_is_named(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Co-working agreed with Helen Marsh. Home conditions to be looked at by Kay.|AGREED",
                "Co-working agreed with Helen Marsh on condition that mum consents.|UNSURE",
                "Both managers support co-working.|AGREED",
                "Both managers support co-working in principle.|UNSURE",
            })
    void home_conditions_are_no_condition_and_the_support_of_both_is_an_agreement(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Helen / Oliver|AGREED", "Helen / Ruby|UNSURE", "Ruby|OTHER_CHILD"})
    void a_stroke_parts_two_names_in_a_heading(String heading, Says says) {
        assertThat(read(heading, "Agreed with Helen Marsh to co-work.").says()).isEqualTo(says);
    }

    private static Reading read(String subject, String text) {
        Note note = new Note(
                "N1",
                CHILD,
                "General Note",
                LocalDate.of(2026, 11, 4),
                null,
                "Jo Bright",
                "Early Help Locality Manager",
                subject,
                text,
                null);
        return new LuceneNoteReader().read(note, CO_WORKING);
    }
}
