package org.stepbridge.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.coWorking;
import static org.stepbridge.testing.Given.note;
import static org.stepbridge.testing.Given.stepUp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepbridge.evidence.EvidenceCheck;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Details;
import org.stepbridge.model.Dispatch;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Merges;
import org.stepbridge.model.Note;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Request;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.SimpleReader;

class RulingTest {
    private static final Instant FRESH = MONDAY.plus(Duration.ofHours(12));
    private final Ruling ruling = new Ruling(new EvidenceCheck(new SimpleReader()));

    @Test
    void a_note_of_agreement_sends_the_request_to_its_locality() {
        Decision decision = decide(coWorking("T1", "E1"), FRESH, note("N1", "E1", "agreed"));
        assertThat(decision.outcome()).isEqualTo(new Outcome.Allocated("North tray"));
        assertThat(decision.reasons()).extracting(Reason::clause).containsExactly("SHI-3", "SHI-1");
        assertThat(channels(decision)).containsExactly(Channel.ALLOCATIONS, Channel.RECORDINGS_EHM);
    }

    @Test
    void an_evidence_based_request_goes_to_the_hub_but_needs_the_note_all_the_same() {
        Request request = coWorking("T1", "E1", Map.of("evidenceBased", "Y"));
        assertThat(decide(request, FRESH, note("N1", "E1", "agreed")).outcome()).isEqualTo(new Outcome.ForHub());
        assertThat(decide(request, FRESH).outcome()).isEqualTo(new Outcome.Returned());
    }

    @Test
    void without_a_note_it_is_returned_only_once_the_notes_are_fresh() {
        assertThat(decide(coWorking("T1", "E1"), null).outcome()).isEqualTo(new Outcome.Waiting(FRESH));
        assertThat(decide(coWorking("T1", "E1"), FRESH.minusSeconds(1)).outcome())
                .isEqualTo(new Outcome.Waiting(FRESH));
        Decision decision = decide(coWorking("T1", "E1"), FRESH);
        assertThat(decision.outcome()).isEqualTo(new Outcome.Returned());
        assertThat(decision.reasons().get(0).clause()).isEqualTo("SHI-2");
        assertThat(channels(decision))
                .containsExactly(Channel.LCS_RETURNS, Channel.NOTICE_EMAIL, Channel.RECORDINGS_EHM);
        assertThat(decision.tasks().get(0).kind()).isEqualTo("return-on-liquidlogic");
    }

    @Test
    void an_accepted_request_that_is_vague_tells_its_people_once_however_many_rules_flag_it() {
        Decision decision = decide(vague(), FRESH, note("N1", "E1", "agreed"));
        assertThat(decision.outcome()).isEqualTo(new Outcome.Allocated("North tray"));
        assertThat(decision.flags()).extracting(flag -> flag.code()).containsExactly("vague-work", "vague-outcomes");
        assertThat(channels(decision))
                .containsExactly(Channel.ALLOCATIONS, Channel.NOTICE_EMAIL, Channel.RECORDINGS_EHM);
        assertThat(decision.dispatches().get(1))
                .isEqualTo(new Dispatch(Channel.NOTICE_EMAIL, "say-more", List.of("sam.ellery@shire.example"), false));
    }

    @Test
    void a_vague_request_that_is_returned_held_or_waiting_gets_no_message_about_that_alone() {
        assertThat(decide(vague(), FRESH).dispatches())
                .extracting(Dispatch::template)
                .contains("returned")
                .doesNotContain("say-more");
        assertThat(decide(vague(), FRESH, note("N1", "E1", "unsure")).dispatches())
                .isEmpty();
        assertThat(decide(vague(), null).dispatches()).isEmpty();
    }

    @Test
    void an_unclear_note_asks_a_person() {
        Decision decision = decide(coWorking("T1", "E1"), FRESH, note("N1", "E1", "unsure"));
        assertThat(decision.outcome()).isInstanceOf(Outcome.Held.class);
        assertThat(decision.dispatches()).isEmpty();
    }

    @Test
    void an_unknown_locality_asks_a_person_and_only_when_the_request_is_otherwise_supported() {
        Request there = coWorking("T1", "E1");
        Request nowhere = new Request(
                there.authority(), there.source(), "T1", there.type(), there.child(), "West", MONDAY, there.details());
        assertThat(decide(nowhere, FRESH, note("N1", "E1", "agreed")).outcome())
                .isEqualTo(new Outcome.Held("Which locality is it in?"));
        assertThat(decide(nowhere, FRESH).outcome()).isEqualTo(new Outcome.Returned());
    }

    @Test
    void an_unknown_type_asks_a_person() {
        Request known = coWorking("T1", "E1");
        Request odd = new Request(
                known.authority(), known.source(), "T1", "loan", known.child(), "North", MONDAY, known.details());
        assertThat(decide(odd, FRESH).outcome()).isInstanceOf(Outcome.Held.class);
    }

    @Test
    void a_step_up_without_its_agreement_goes_back_to_whoever_raised_it() {
        Decision decision = decide(stepUp("S1", "E1", Map.of("agreedWith", "")), null);
        assertThat(decision.outcome()).isEqualTo(new Outcome.Returned());
        assertThat(channels(decision))
                .containsExactly(Channel.EHM_RETURNS, Channel.NOTICE_EMAIL, Channel.RECORDINGS_EHM);
        assertThat(decision.clocks()).extracting(clock -> clock.clock()).containsExactly("resubmission");
    }

    @Test
    void an_urgent_step_up_leaves_whatever_is_missing_and_says_what_is() {
        Decision decision = decide(stepUp("S1", "E1", Map.of("agreedWith", "", "immediateSafety", "Y")), null);
        assertThat(decision.outcome()).isEqualTo(new Outcome.ForMash(true));
        assertThat(decision.flags()).extracting(flag -> flag.code()).containsExactly("agreement-required");
        assertThat(decision.reasons().get(0).clause()).isEqualTo("SHI-19");
        assertThat(channels(decision))
                .containsExactly(Channel.NOTICE_EMAIL, Channel.MASH_EMAIL, Channel.RECORDINGS_EHM);
        assertThat(decision.tasks()).extracting(task -> task.kind()).containsExactly("phone-mash");
    }

    @Test
    void anything_but_a_clear_no_is_urgent() {
        for (String word : List.of("Y", "", "maybe", "?")) {
            assertThat(decide(stepUp("S1", "E1", Map.of("immediateSafety", word)), null)
                            .outcome())
                    .as("immediateSafety '%s'", word)
                    .isEqualTo(new Outcome.ForMash(true));
        }
        assertThat(decide(stepUp("S1", "E1", Map.of()), null).outcome()).isEqualTo(new Outcome.ForMash(false));
    }

    @Test
    void the_phone_call_is_not_asked_for_when_it_is_recorded() {
        Decision decision =
                decide(stepUp("S1", "E1", Map.of("immediateSafety", "Y", "phonedMashAt", "2026-11-16T10:05")), null);
        assertThat(decision.tasks()).isEmpty();
        assertThat(channels(decision)).doesNotContain(Channel.NOTICE_EMAIL);
    }

    @Test
    void a_request_whose_date_could_not_be_read_asks_a_person_where_notes_decide() {
        Request known = coWorking("T1", "E1");
        Request undated = new Request(
                known.authority(),
                known.source(),
                "T1",
                known.type(),
                known.child(),
                "North",
                null,
                new Details(Map.of()));
        assertThat(decide(undated, FRESH).outcome()).isInstanceOf(Outcome.Held.class);
    }

    @Test
    void an_address_outside_the_allowed_domains_is_never_written_to() {
        for (String address : List.of(
                "sam@elsewhere.example",
                "sam@shire.example\r\nBcc: x@elsewhere.example",
                "sam@shire.example, x@elsewhere.example",
                "")) {
            Decision decision = decide(coWorking("T1", "E1", Map.of("socialWorkerEmail", address)), FRESH);
            assertThat(decision.dispatches().get(1).recipients())
                    .as("address '%s'", address)
                    .containsExactly("office@shire.example");
        }
    }

    private static Request vague() {
        return coWorking("T1", "E1", Map.of("workRequired", "support"));
    }

    private Decision decide(Request request, @Nullable Instant watermark, Note... notes) {
        return ruling.decide(
                Given.protocol(),
                request,
                List.of(),
                new FoundNotes(List.of(notes), Merges.NONE),
                watermark,
                List.of(),
                FRESH.plus(Duration.ofHours(1)));
    }

    private static List<Channel> channels(Decision decision) {
        return decision.dispatches().stream()
                .map(dispatch -> dispatch.channel())
                .toList();
    }
}
