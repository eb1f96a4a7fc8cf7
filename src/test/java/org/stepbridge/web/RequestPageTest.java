package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.casework.IncomingPost;
import org.stepbridge.casework.Resubmissions.Resubmission;
import org.stepbridge.casework.Role;
import org.stepbridge.model.Answer;
import org.stepbridge.model.Reference;
import org.stepbridge.testing.Somebody;

class RequestPageTest extends PagesTest {
    private static final String HELD = "/requests/ROT-2026-000101";
    private static final UUID KEY = new UUID(3, 4);

    @BeforeEach
    void fill() {
        Morning.open(files);
    }

    @Test
    void whatCameBackAndWhatWasReturnedBeforeStandsThere() {
        Morning.open(files);
        post.add(7, IncomingPost.Kind.REPLY, "");
        resubmissions.history.add(new Resubmission(
                new Reference("ROT-2026-000090"),
                1,
                PagesApp.NOW.minus(Duration.ofDays(2)),
                "The agreement is not recorded.",
                new Reference("ROT-2026-000101"),
                1,
                PagesApp.NOW));

        assertThat(words("/requests/ROT-2026-000101"))
                .contains(
                        "What came back A reply , 21 November 2026 at 6:05am The mailbox, 21 November 2026 at 6:05am",
                        "ROT-2026-000090 came again as ROT-2026-000101 The agreement is not recorded."
                                + " Returned 19 November 2026 at 9:05am, came again 21 November 2026 at 9:05am");
        assertThat(html("/requests/ROT-2026-000101"))
                .contains("href=\"/post/7\"", "href=\"/requests/ROT-2026-000090\"");
    }

    @Test
    void aHeldRequestStatesItsQuestionAndShowsTheWordsThatMadeItUnclear() {
        assertThat(words(HELD))
                .contains("Does the note of 14 November 2026 confirm that co-working was agreed?")
                .contains("Amelia Ashworth", "Six weekly sessions", "Jo Bright, Early Help Locality Manager");
        assertThat(html(HELD)).contains("<mark>agreed in principle</mark>");
        assertThat(words(HELD)).contains("Use the note of 14 November 2026 by Jo Bright, Early Help Locality Manager");
        assertThat(offered("HUB", 101)).doesNotContain("Use this note");
    }

    @Test
    void everyNoteThatWasRuledOutSaysWhyAndOneThatIsGoneSaysSo() {
        assertThat(words(HELD))
                .contains("Does not count: It was not written by an Early Help Locality Manager.")
                .contains("The note is no longer kept here");
    }

    @Test
    void theNoteThatCountsStandsBesideTheRequest() {
        assertThat(words("/requests/ROT-2026-000201")).contains("This note counts: It confirms the agreement.");
        assertThat(html("/requests/ROT-2026-000201")).contains("<mark>Agreed with Helen Marsh that we co-work</mark>");
    }

    @Test
    void whatFollowsStandsThereWithItsDeadlinesInWords() {
        assertThat(words("/requests/ROT-2026-000201"))
                .contains(
                        "allocations-20261121T080000000-1.csv Delivered",
                        "Joint supervision ROT-6",
                        "6 working days left");
        assertThat(words("/requests/ROT-2026-000104"))
                .contains("2 hours overdue", "Uncertain the connection was lost", "Phone MASH now");
    }

    @Test
    void whatIsToBeSeenToSaysWhoHasAndWhatBelongsToItIsOneLinkAway() {
        assertThat(words("/requests/ROT-2026-000201"))
                .contains("The work is in the plan. ROT-25 Not seen to yet")
                .contains("Past assessments are read. ROT-25 Done 21 November 2026 at 9:05am by jo")
                .contains("ROT-2026-000104 step-up, from which this was opened")
                .doesNotContain("Not asked of this one.");
        assertThat(html("/requests/ROT-2026-000201")).contains("href=\"/requests/ROT-2026-000104\"");
    }

    @Test
    void whatMayHaveHappenedIsOfferedButNothingThatFollowsFromAnotherAct() {
        assertThat(html("/requests/ROT-2026-000201"))
                .contains("<option value=\"attempt\">", "<option value=\"goes-on\">")
                .doesNotContain("<option value=\"taken-on\">");
    }

    @Test
    void theQuestionIsSaidOnceWithItsClause() {
        String question = "Does the note of 14 November 2026 confirm that co-working was agreed?";
        assertThat(words(HELD)).contains("The question ROT-1 " + question).containsOnlyOnce(question);
        assertThat(words("/requests/ROT-2026-000201"))
                .contains("Accepted for the North tray. ROT-3 A note evidences the discussion");
    }

    @Test
    void theTimelineSaysWhoDidWhatAndWhyWithoutIdsOfMachines() {
        String page = words(HELD);
        String timeline = page.substring(page.indexOf("Everything that happened"), page.indexOf("with technical ids"));
        assertThat(timeline)
                .contains(
                        "Decided: Waiting for notes by Stepbridge Taken in from an export. By ROT-1 of protocol 2021.1.")
                .contains("Decided: To review by Stepbridge Settled by jo. By ROT-1, ROT-4 of protocol 2021.1.")
                .contains("Uncertain by Stepbridge Email to MASH: the connection was lost 21")
                .contains("Deadline met by Stepbridge Joint supervision (ROT-6): An attempt to reach the family 21")
                .contains("Seen to by jo Past assessments are read. All three of them. 21")
                .contains("Checked again by jo The note was corrected.")
                .doesNotContain("7b8f", CaseFileSamples.HASH, CaseFileSamples.DELIVERY.toString(), "mash-email");
        assertThat(page.substring(page.indexOf("with technical ids")))
                .contains(CaseFileSamples.HASH, "mash-email " + CaseFileSamples.DELIVERY, "7b8f");
    }

    @Test
    void whatACodeStandsForIsSaidInWords() {
        assertThat(words(HELD))
                .contains("Evidence based Yes", "Support kind Partner led", "Agreed at 17 November 2026 at 2pm")
                .contains("Desired outcomes Amelia is at school every day by the spring");
    }

    @Test
    void eachViewIsAuditedUnderWhoeverLooks() {
        html(HELD);
        assertThat(files.viewed).containsExactly("user:somebody ROT-2026-000101");
    }

    @ParameterizedTest
    @CsvSource({"/requests/ROT-2026-999999", "/requests/1drop", "/requests/YRK-2026-000101"})
    void aRequestThatIsNotTheirsIsNotThere(String address) {
        assertThat(get(address)).hasStatus(404);
        assertThat(files.viewed).isEmpty();
    }

    @Test
    void aDeedCarriesWhoDoesItWhatTheySawAndWhy() {
        MvcTestResult answer = post(HELD + "/use-note", Map.of("note", "N1"));

        assertThat(answer).hasRedirectedUrl(HELD);
        Deed deed = actions.deeds.get(0);
        assertThat(deed.key()).isEqualTo(KEY);
        assertThat(deed.actor()).isEqualTo("user:somebody");
        assertThat(deed.authorities()).containsExactly(PagesApp.ROTHERHAM);
        assertThat(deed.seen()).isEqualTo(1001);
        assertThat(deed.reason()).isEqualTo("I have asked both.");
        assertThat(deed.action()).isEqualTo(new Action.Settle(new Answer.UseNote("N1")));
    }

    @Test
    void eachFormMakesItsOwnAction() {
        post(HELD + "/forward", Map.of("place", "tray:North"));
        post(HELD + "/return", Map.of("told", "Please record it."));
        post(HELD + "/recheck", Map.of());
        post(HELD + "/close", Map.of());
        post(HELD + "/disagree", Map.of());
        post(HELD + "/happen", Map.of("event", "agreed-after-all"));
        post(HELD + "/tick-item", Map.of("item", "past-assessments-read"));
        post(HELD + "/tick-task", Map.of("task", "7"));
        post(HELD + "/meet-clock", Map.of("clock", "5"));
        post(HELD + "/record-phone-call", Map.of("at", "2026-11-21T08:50", "spokeTo", "duty worker"));
        post(HELD + "/resend", Map.of("delivery", KEY.toString()));
        post(HELD + "/give-up", Map.of("delivery", KEY.toString()));
        post(HELD + "/mark-delivered", Map.of("delivery", KEY.toString()));
        post(HELD + "/hub-outcome", Map.of("said", "waitlisted", "starts", "2027-01-11"));
        post(HELD + "/mash-outcome", Map.of("said", "rejected"));

        assertThat(actions.deeds)
                .extracting(Deed::action)
                .containsExactly(
                        new Action.Settle(new Answer.SendTo("tray:North")),
                        new Action.Settle(new Answer.GiveBack("Please record it.")),
                        new Action.Recheck(),
                        new Action.Close(),
                        new Action.Disagree(),
                        new Action.Happen("agreed-after-all"),
                        new Action.TickItem("past-assessments-read"),
                        new Action.TickTask(7),
                        new Action.MeetClock(5),
                        new Action.RecordPhoneCall(Instant.parse("2026-11-21T08:50:00Z"), "duty worker"),
                        new Action.Resend(KEY),
                        new Action.GiveUp(KEY),
                        new Action.MarkDelivered(KEY),
                        new Action.RecordOutcome(
                                Action.Party.HUB,
                                Action.Said.WAITLISTED,
                                "I have asked both.",
                                LocalDate.of(2027, 1, 11)),
                        new Action.RecordOutcome(Action.Party.MASH, Action.Said.REJECTED, "I have asked both.", null));
    }

    @ParameterizedTest
    @CsvSource({
        "record-phone-call, at, yesterday",
        "hub-outcome, said, perhaps",
        "resend, delivery, 7",
        "use-note, note, ''",
        "tick-task, task, seven",
        "happen, event, ''",
        "tick-item, item, ''"
    })
    void aFormThatIsNotFilledInIsNotDoneAndKeepsWhatWasWritten(String name, String field, String value) {
        MvcTestResult answer = post(HELD + "/" + name, Map.of(field, value));

        assertThat(actions.deeds).isEmpty();
        assertThat(told(answer)).isEqualTo(Told.incomplete("I have asked both."));
    }

    @Test
    void whoeverComesSecondIsToldWhoWasQuicker() {
        actions.answer = new DeedResult.Changed("user:jo", Instant.parse("2026-11-21T09:00:00Z"), "use-note");

        Told told = told(post(HELD + "/return", Map.of("told", "Please record it.")));

        assertThat(told.done()).isFalse();
        assertThat(told.text()).contains("jo changed this request", "Use note", "21 November 2026 at 9am");
        assertThat(told.reason()).isEqualTo("I have asked both.");
    }

    @Test
    void aFormSentTwiceSaysThatItWasDoneOnce() {
        actions.answer = new DeedResult.DoneBefore(Instant.parse("2026-11-21T09:00:00Z"));
        assertThat(told(post(HELD + "/recheck", Map.of())).title()).isEqualTo("Already done");
    }

    @Test
    void whatIsOfferedDependsOnTheRoleAndTheState() {
        assertThat(offered("BUSINESS_SUPPORT", 101))
                .contains("name=\"note\" value=\"1\"", "value=\"return\"", "value=\"recheck\"")
                .doesNotContain("hub-outcome");
        assertThat(offered("HUB", 101)).doesNotContain("name=\"note\"", "return", "close");
        assertThat(offered("HUB", 105)).contains("hub-outcome");
        assertThat(offered("MASH", 104))
                .contains("mash-outcome", "record-phone-call")
                .doesNotContain("resend");
        assertThat(offered("IT", 104))
                .contains("resend", "mark-delivered", "give-up")
                .doesNotContain("close");
        assertThat(offered("BUSINESS_SUPPORT", 104)).doesNotContain("value=\"return\"");
        assertThat(offered("MANAGER", 201)).contains("meet-clock", "disagree").doesNotContain("name=\"note\"");
    }

    @Test
    void anAnswerIsAButtonThatLeadsToItsForm() {
        assertThat(html(HELD))
                .contains("<form method=\"get\" class=\"app-answers\" action=\"" + HELD + "#answer\">")
                .doesNotContain("/use-note", HELD + "/return", "value=\"2\"");
        assertThat(html(HELD + "?note=1"))
                .contains("action=\"" + HELD + "/use-note\"", "name=\"note\" value=\"N1\"", "id=\"reason-answer\"")
                .doesNotContain("class=\"app-answers\"");
        assertThat(html(HELD + "?answer=return")).contains("action=\"" + HELD + "/return\"", "id=\"return-told\"");
        assertThat(html(HELD + "?answer=recheck")).contains("action=\"" + HELD + "/recheck\"");
    }

    @ParameterizedTest
    @CsvSource({"?note=2", "?note=-1", "?answer=forward", "?answer=close", "?answer=use-note", "?answer=1"})
    void anAnswerThatIsNotOfferedOpensNothing(String chosen) {
        assertThat(html(HELD + chosen)).contains("class=\"app-answers\"").doesNotContain("id=\"answer\"");
        assertThat(offered("HUB", "101?answer=return")).doesNotContain("id=\"answer\"", HELD + "/return");
    }

    private String offered(String role, int number) {
        return offered(role, String.valueOf(number));
    }

    private String offered(String role, String number) {
        MvcTestResult page = browser.get()
                .uri("/requests/ROT-2026-000" + number)
                .with(user("somebody").authorities(Somebody.of("*", Role.valueOf(role))))
                .exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Told told(MvcTestResult answer) {
        return (Told) answer.getMvcResult().getFlashMap().get("told");
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var form = browser.post()
                .uri(address)
                .with(csrf())
                .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                .param("key", KEY.toString())
                .param("seen", "1001")
                .param("reason", " I have asked both. ");
        fields.forEach(form::param);
        return form.exchange();
    }
}
