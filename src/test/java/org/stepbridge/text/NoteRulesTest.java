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
            value = {
                "Helen Marsh spoken to. Kay will not start co-working until it is agreed.|UNSURE",
                "Helen Marsh spoken to. Co-working is not agreed.|REFUSED",
            })
    void what_waits_for_an_agreement_does_not_deny_it(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Agreed with Helen Marsh to co-work until the next review.|AGREED",
                "Agreed with Helen Marsh to hold off on co-working until the next review.|UNSURE",
                "Agreed with Helen Marsh to co-work once mum consents.|UNSURE",
            })
    void how_long_a_co_working_lasts_is_no_condition_of_it(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Co-working agreed with Helen Marsh and mum asked if she can keep her group.|AGREED",
                "Co-working agreed with Helen Marsh if mum can keep her group.|UNSURE",
            })
    void what_mum_asks_is_no_condition(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Co-working not needed. Helen Marsh agrees.|REFUSED",
                "Co-working not needed in June. Helen Marsh and I have now agreed to co-work.|AGREED",
            })
    void who_agrees_with_a_no_agrees_to_nothing(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Agreed to co-work with the social worker. Helen Marsh to be updated.|UNSURE",
                "Spoke to Helen Marsh. Agreed to co-work. Helen Marsh to be updated.|AGREED",
                "Mum agreed to early help. I have not spoken to Helen Marsh.|SILENT",
            })
    void a_manager_who_is_still_to_be_told_has_not_agreed(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Helen Marsh has agreed co-working this family with Dawn Pickering who covers for me.|OTHER_COUNTERPART",
                "Helen Marsh and I have agreed that co-working goes on with Dawn Pickering.|AGREED",
            })
    void what_the_manager_agreed_with_somebody_else_is_not_agreed_with_the_writer(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Helen Marsh rang. We agreed to co-work, with the social worker keeping the plan.|AGREED",
                "Helen Marsh rang. Co-working agreed, Kay to do some work with mum.|AGREED",
                "Helen Marsh rang. Co-working agreed with the social worker.|OTHER_COUNTERPART",
            })
    void who_does_what_afterwards_is_not_who_agreed(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Agreed with Helen Marsh that Kay will go in alongside the social worker.|AGREED",
                "Agreed with Helen Marsh that Kay will go in.|SILENT",
            })
    void working_alongside_the_social_worker_is_co_working(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Agreed with Helen Marsh that the plan has worked and that we co-work from now on.|AGREED",
                "All agreed, Helen Marsh and I among them, that we co-work.|AGREED",
                "Agreed with Helen Marsh to tell mum that she can ask how co-working goes.|UNSURE",
            })
    void what_was_agreed_may_be_told_in_two_halves(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12/5 Helen Marsh and I agreed co-working. 20/5 co-working is off.|REFUSED",
                "12/5 Helen Marsh and I agreed co-working. 20/5 Kay is off.|AGREED",
            })
    void an_agreement_called_off_later_is_none(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Team meeting. All agreed to read the co-working policy.|SILENT",
                "Team meeting. Helen Marsh and I agreed co-working.|AGREED",
            })
    void rules_and_forms_about_transfers_are_no_transfer(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Co-working agreed with Helen Marsh as he likes Kay.|AGREED",
                "Co-working agreed with Helen Marsh, likely from Monday.|UNSURE",
                "Spoke to Helen Marsh. Co-working agreed for help with managing behaviour and parenting.|AGREED",
                "Spoke to Helen Marsh. Co-working agreed with the manager of the school.|OTHER_COUNTERPART",
            })
    void words_that_share_a_stem_with_a_doubt_or_a_person_are_neither(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T/C w/ Helen Marsh. Agrd we wil co-work.|AGREED",
                "Helen Marsh wld like co-wrk. i sd yes.|AGREED",
            })
    void shorthand_is_read_as_what_it_stands_for(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Email to Helen Marsh: I don't think co-working is ready. Happy to talk.|REFUSED",
                "Email to Helen Marsh: co-working, yes. Happy to proceed.|AGREED",
            })
    void an_offer_to_talk_agrees_to_nothing(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Helen Marsh rang. Co-working agreed for the Price family.|OTHER_CHILD",
                "Helen Marsh rang. Co-working agreed for the Smith family.|AGREED",
                "Helen Marsh rang. Co-working agreed for the older two.|UNSURE",
                "Helen Marsh rang. Smith - not agreed; Begum - co-working agreed.|UNSURE",
                "Helen Marsh rang. Begum - not agreed; Smith - co-working agreed.|AGREED",
            })
    void another_family_or_some_of_the_children_is_not_this_child(String text, Says says) {
        assertThat(read("", text).says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Goals achieved. Agreed with Helen Marsh that co-working will now end.|UNSURE",
                "Goals not achieved. Agreed with Helen Marsh that co-working will go on.|AGREED",
            })
    void an_agreed_end_of_co_working_is_a_question(String text, Says says) {
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
        Note note = ManagersNote.about(CHILD, subject, text);
        return new LuceneNoteReader().read(note, CO_WORKING);
    }
}
