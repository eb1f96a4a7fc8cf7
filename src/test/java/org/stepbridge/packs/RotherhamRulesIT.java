package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.packs.Asked.aCoWorkingRequest;
import static org.stepbridge.packs.Asked.aStepUp;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader.Result;
import org.stepbridge.model.ClockStart;
import org.stepbridge.protocol.Consequence;
import org.stepbridge.protocol.Destination;
import org.stepbridge.protocol.EvidenceStep;
import org.stepbridge.protocol.EvidenceStep.ByNote;
import org.stepbridge.protocol.EvidenceStep.ByRecord;
import org.stepbridge.protocol.Notice;
import org.stepbridge.protocol.Protocol;
import org.stepbridge.protocol.RequestRules;

/** What Rotherham's pack says of a request, clause by clause. */
class RotherhamRulesIT {
    private static final Pack PACK = ((Result.Loaded) new PackReader().load(Path.of("mappings/rotherham"))).pack();
    private static final Protocol PROTOCOL = PACK.protocol();

    @TempDir
    Path temp;

    @Test
    void ROT_1_asks_for_a_general_note_by_a_locality_manager_of_the_last_28_days() {
        ByNote step = (ByNote) rules("co-working").evidence().get(0);

        assertThat(step.rule().clause()).isEqualTo("ROT-1");
        assertThat(step.rule().noteTypes()).containsExactly("general note");
        assertThat(step.rule().authorRoles())
                .contains("early help locality manager")
                .doesNotContain("senior practitioner");
        assertThat(step.rule().coveringRoles()).contains("senior practitioner", "team manager", "head of service");
        assertThat(step.rule().about()).isEqualTo("co-working");
        assertThat(step.rule().daysBefore()).isEqualTo(28);
        assertThat(step.rule().counterpartField()).isEqualTo("teamManager");
        assertThat(step.rule().phrases().kinds()).containsKeys("co-working", "step-down", "step-up");
    }

    @Test
    void ROT_2_returns_to_the_social_worker_and_their_manager() {
        EvidenceStep step = rules("co-working").evidence().get(0);

        assertThat(step.missing().then()).isEqualTo(Consequence.RETURN);
        assertThat(step.missing().clause()).isEqualTo("ROT-2");
        assertThat(step.missing().notices()).singleElement().satisfies(notice -> {
            assertThat(notice.template()).isEqualTo("returned");
            assertThat(PROTOCOL.directory()
                            .addresses(notice.to(), aCoWorkingRequest().request()))
                    .containsExactly("tom.ashdown@borough.example", "assessment-1.manager@borough.example");
        });
        assertThat(rules("co-working").returnTask()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"North, Early Help North", "Central, Early Help Central", "South, Early Help South"})
    void ROT_3_sends_a_supported_request_to_the_tray_of_its_locality(String locality, String tray) {
        Destination.Tray to = (Destination.Tray) destination(aCoWorkingRequest());

        assertThat(to.field()).isEqualTo("locality");
        assertThat(to.trays()).containsEntry(locality, tray);
        assertThat(to.unknown()).endsWith("?");
    }

    @Test
    void ROT_4_flags_vague_work_and_outcomes() {
        assertThat(spoken(aCoWorkingRequest())).isEmpty();
        assertThat(spoken(aCoWorkingRequest().with("workRequired", "Help with parenting")))
                .containsExactly("ROT-4 vague-work FLAG");
        assertThat(spoken(aCoWorkingRequest().without("desiredOutcomes"))).containsExactly("ROT-4 vague-outcomes FLAG");
    }

    @Test
    void ROT_4_and_ROT_9_tell_the_social_worker_and_the_locality_manager() {
        for (String type : List.of("co-working", "step-down")) {
            assertThat(rules(type).checks())
                    .filteredOn(check -> check.id().startsWith("vague-"))
                    .hasSize(2)
                    .allSatisfy(check -> assertThat(check.notices())
                            .containsExactly(new Notice("say-more", List.of("requester", "locality-manager"))));
        }
    }

    @Test
    void ROT_8_asks_the_same_of_a_step_down() {
        ByNote step = (ByNote) rules("step-down").evidence().get(0);

        assertThat(step.rule().clause()).isEqualTo("ROT-8");
        assertThat(step.rule().about()).isEqualTo("step-down");
        assertThat(step.missing().then()).isEqualTo(Consequence.RETURN);
        assertThat(step.missing().clause()).isEqualTo("ROT-8");
    }

    @Test
    void ROT_9_flags_a_vague_step_down() {
        Asked stepDown = new Asked("step-down", "North", null, Map.of("workRequired", "support the family"));

        assertThat(spoken(stepDown)).containsExactlyInAnyOrder("ROT-9 vague-work FLAG", "ROT-9 vague-outcomes FLAG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreedWith", "agreedWithRole", "agreedAt", "agreement", "raisedByRole"})
    void ROT_14_returns_a_step_up_whose_agreement_lacks_anything(String field) {
        ByRecord step = (ByRecord) rules("step-up").evidence().get(0);

        assertThat(step.satisfied().holds(aStepUp().facts())).isTrue();
        assertThat(step.satisfied().holds(aStepUp().without(field).facts())).isFalse();
        assertThat(step.missing().then()).isEqualTo(Consequence.RETURN);
        assertThat(step.missing().clause()).isEqualTo("ROT-14");
        assertThat(PROTOCOL.directory()
                        .addresses(
                                step.missing().notices().get(0).to(), aStepUp().request()))
                .containsExactly("nia.pryce@borough.example", "early-help-central@borough.example");
    }

    @ParameterizedTest
    @CsvSource({
        "agreedWithRole, Social Worker, false",
        "agreedWithRole, CSC Team Manager, true",
        "agreedAt, last Tuesday, false",
        "agreedAt, 2026-11-17, true",
        "agreement, MAYBE, false",
        "agreement, RE-SCREEN, true",
        "raisedByRole, Early Help Locality Manager, true",
        "raisedByRole, Family Support Worker, false"
    })
    void ROT_14_says_who_may_agree_and_what(String field, String value, boolean satisfied) {
        ByRecord step = (ByRecord) rules("step-up").evidence().get(0);

        assertThat(step.satisfied().holds(aStepUp().with(field, value).facts())).isEqualTo(satisfied);
    }

    @Test
    void ROT_14_lets_a_manager_agree_what_a_worker_raised() {
        ByRecord step = (ByRecord) rules("step-up").evidence().get(0);
        Asked raisedByAWorker = aStepUp().with("raisedByRole", "Family Support Worker");

        assertThat(step.satisfied()
                        .holds(raisedByAWorker
                                .with("agreedByRole", "Locality Manager")
                                .facts()))
                .isTrue();
    }

    @Test
    void ROT_14_flags_an_agreement_that_is_dated_after_the_step_up() {
        assertThat(spoken(aStepUp().with("agreedAt", "2026-11-17T12:10:00Z"))).isEmpty();
        assertThat(spoken(aStepUp().with("agreedAt", "2026-11-17T12:11:00Z")))
                .containsExactly("ROT-14 agreement-after-request FLAG");
    }

    @Test
    void ROT_14_gives_one_working_day_to_send_a_step_up_again() {
        // A Friday afternoon: due by the end of Monday.
        List<ClockStart> clocks =
                PROTOCOL.clocks(aStepUp().request(), "returned", Instant.parse("2026-11-20T15:00:00Z"));

        assertThat(clocks).containsExactly(dueAndTold("resubmission", "ROT-14", "2026-11-24T00:00:00Z"));
    }

    /** A clock of which people are told as soon as it is overdue. */
    private static ClockStart dueAndTold(String clock, String clause, String due) {
        return new ClockStart(clock, clause, Instant.parse(due), Instant.parse(due));
    }

    @Test
    void ROT_16_emails_MASH_and_gives_it_one_working_day() {
        Destination.Mash mash = (Destination.Mash) destination(aStepUp());

        assertThat(mash.template()).isEqualTo("mash-referral");
        assertThat(PROTOCOL.directory().addresses(mash.to(), aStepUp().request()))
                .containsExactly("MASH-Referral@rotherham.gov.uk");
        assertThat(PACK.course().starts(aStepUp().request(), "delivered", Instant.parse("2026-11-20T15:00:00Z")))
                .containsExactly(dueAndTold("mash-decision", "ROT-16", "2026-11-24T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y", "", "maybe", "n/k", "no"})
    void ROT_19_takes_anything_but_a_clear_no_as_urgent(String safety) {
        assertThat(rules("step-up").urgency().when().holds(aStepUp().facts())).isFalse();
        assertThat(rules("step-up")
                        .urgency()
                        .when()
                        .holds(aStepUp().with("immediateSafety", safety).facts()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-18T08:50:00Z, true", "'', false", "not yet, false", "N, false"})
    void ROT_19_asks_for_the_phone_call_until_its_time_is_recorded(String phonedAt, boolean phoned) {
        assertThat(rules("step-up")
                        .urgency()
                        .phoned()
                        .holds(aStepUp().with("phonedMashAt", phonedAt).facts()))
                .isEqualTo(phoned);
    }

    @Test
    void ROT_20_flags_parents_who_were_not_told_without_a_reason() {
        assertThat(spoken(aStepUp())).isEmpty();
        assertThat(spoken(aStepUp().with("parentsInformed", "N"))).containsExactly("ROT-20 parents-not-informed FLAG");
        assertThat(spoken(aStepUp().without("parentsInformed"))).containsExactly("ROT-20 parents-not-informed FLAG");
        assertThat(spoken(aStepUp().with("parentsInformed", "N").with("reasonNotInformed", "Risk of harm")))
                .isEmpty();
    }

    @Test
    void ROT_22_sends_evidence_based_requests_to_the_hub_and_flags_unknown_programmes() {
        Asked programme = aCoWorkingRequest().with("evidenceBased", "Y").with("programme", "triple p 0-12");

        assertThat(destination(programme)).isInstanceOf(Destination.Hub.class);
        assertThat(spoken(programme)).isEmpty();
        assertThat(spoken(programme.with("programme", "Mindful Families")))
                .containsExactly("ROT-22 unknown-programme FLAG");
        assertThat(spoken(aCoWorkingRequest().with("evidenceBased", "perhaps")))
                .containsExactly("ROT-22 programme-unclear HOLD");
    }

    @Test
    void ROT_22_asks_for_the_note_unless_the_pack_is_switched() {
        Asked programme = aCoWorkingRequest().with("evidenceBased", "Y");
        ByNote strict = (ByNote) rules("co-working").evidence().get(0);
        Pack switched = PackCopy.of("rotherham", temp)
                .edit("protocol.yaml", "noteRequired: true", "noteRequired: false")
                .load();
        ByNote lax =
                (ByNote) rules(switched.protocol(), "co-working").evidence().get(0);

        assertThat(strict.when().holds(programme.facts())).isTrue();
        assertThat(lax.when().holds(programme.facts())).isFalse();
        assertThat(lax.when().holds(aCoWorkingRequest().facts())).isTrue();
    }

    @Test
    void ROT_23_takes_managers_of_the_youth_offending_team_as_early_help() {
        ByNote step = (ByNote) rules("step-down").evidence().get(0);
        ByRecord record = (ByRecord) rules("step-up").evidence().get(0);

        assertThat(step.rule().authorRoles()).contains("yot manager");
        assertThat(record.satisfied()
                        .holds(aStepUp()
                                .with("raisedByRole", "YOT Senior Practitioner")
                                .facts()))
                .isTrue();
    }

    @Test
    void ROT_24_records_every_outcome_on_both_systems() {
        assertThat(PROTOCOL.requests().values())
                .extracting(RequestRules::recordingClause)
                .containsOnly("ROT-24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tom@elsewhere.example",
                "tom@borough.example.evil.example",
                "tom@borough.example, eve@borough.example",
                "tom@borough.example\nBcc: eve@borough.example",
                "Tom <tom@borough.example>"
            })
    void an_address_that_is_not_plainly_the_councils_is_never_written_to(String address) {
        Asked request = aCoWorkingRequest().with("socialWorkerEmail", address);

        assertThat(PROTOCOL.directory().addresses(List.of("requester"), request.request()))
                .containsExactly("business-support@borough.example");
    }

    @Test
    void every_address_that_is_not_published_is_invented() {
        Set<String> real = PROTOCOL.directory().posts().values().stream()
                .flatMap(post -> Stream.concat(post.mailboxes().values().stream(), Stream.of(post.fallback())))
                .filter(address -> !address.endsWith(".example"))
                .collect(Collectors.toSet());

        assertThat(real).containsExactly("MASH-Referral@rotherham.gov.uk");
    }

    private static RequestRules rules(String type) {
        return rules(PROTOCOL, type);
    }

    private static RequestRules rules(Protocol protocol, String type) {
        RequestRules rules = protocol.requests().get(type);
        assertThat(rules).isNotNull();
        return rules;
    }

    private static Destination destination(Asked asked) {
        return rules(asked.type()).destinations().stream()
                .filter(line -> line.when().holds(asked.facts()))
                .findFirst()
                .orElseThrow()
                .to();
    }

    private static List<String> spoken(Asked asked) {
        return rules(asked.type()).checks().stream()
                .filter(check -> check.when().holds(asked.facts()))
                .map(check -> check.clause() + " " + check.id() + " " + check.then())
                .toList();
    }
}
