package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.stepbridge.web.RequestLines.aRequest;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.casework.Overview.TaskLine;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Reason;
import org.stepbridge.model.RequestState;
import org.stepbridge.testing.Somebody;

class WorklistPageTest extends PagesTest {

    @Test
    void everyStateHasATabWithItsCount() {
        ledger.requests.add(aRequest(1).in(RequestState.HELD).line());
        ledger.requests.add(aRequest(2).in(RequestState.HELD).line());
        ledger.requests.add(aRequest(3).in(RequestState.SENT_TO_MASH).line());

        assertThat(words("/"))
                .contains("3 All requests 2 To review 0 Waiting for notes 0 Returned 0 Allocated 0 For the hub"
                        + " 0 For MASH 1 Sent to MASH 0 Received 0 Closed");
    }

    @Test
    void aRequestShowsItsVerdictWithEveryReasonAndItsClause() {
        ledger.requests.add(aRequest(7)
                .in(RequestState.RETURNED)
                .decided(
                        "Returned because no note evidences the discussion.",
                        new Reason("a", "ROT-2", "Evidence of the discussion is required."),
                        new Reason("b", "ROT-9", "The remaining work is vague."))
                .flagged(new Flag("c", "ROT-20", "Nobody says whether the parents know."))
                .line());

        assertThat(words("/"))
                .contains("ROT-2026-000007 Returned for 5 hours")
                .contains("Co-working request · North · TR1000007")
                .contains("Returned because no note evidences the discussion.")
                .contains("ROT-2 Evidence of the discussion is required. ROT-9 The remaining work is vague.")
                .contains("To know ROT-20 Nobody says whether the parents know.")
                .contains("Asked 18 November 2026 at 9:05am, 3 days ago");
    }

    @Test
    void urgentRequestsComeFirstAndSaySo() {
        ledger.requests.add(aRequest(1).line());
        ledger.requests.add(
                aRequest(2).in(RequestState.MASH_PENDING).thatIsUrgent().line());

        assertThat(words("/")).containsSubsequence("ROT-2026-000002 Urgent", "ROT-2026-000001 Allocated");
    }

    @Test
    void aTabShowsOnlyItsState() {
        ledger.requests.add(aRequest(1).in(RequestState.HELD).line());
        ledger.requests.add(aRequest(2).in(RequestState.RETURNED).line());

        assertThat(words("/?state=held")).contains("ROT-2026-000001").doesNotContain("ROT-2026-000002");
    }

    @Test
    void theNextPageStartsBehindTheLastOfThisOne() {
        IntStream.rangeClosed(1, WorklistPage.PAGE + 1)
                .forEach(number -> ledger.requests.add(
                        aRequest(number).in(RequestState.HELD).line()));

        assertThat(html("/?state=held"))
                .contains("href=\"/?state=held&amp;after=ROT-2026-000025\"")
                .doesNotContain("ROT-2026-000026");
        assertThat(words("/?state=held&after=ROT-2026-000025"))
                .contains("ROT-2026-000026", "Back to the start")
                .doesNotContain("ROT-2026-000025", "Next page");
    }

    @Test
    void aFullLastPageHasNoNextOne() {
        IntStream.rangeClosed(1, WorklistPage.PAGE)
                .forEach(number -> ledger.requests.add(aRequest(number).line()));

        assertThat(html("/")).contains("ROT-2026-000025").doesNotContain("rel=\"next\"");
    }

    @Test
    void theListIsNarrowedByLocalityTypeAndTeamOnEveryPageOfIt() {
        IntStream.rangeClosed(1, WorklistPage.PAGE + 1)
                .forEach(number -> ledger.requests.add(aRequest(number).line()));

        assertThat(html("/?locality=North&type=")).contains("href=\"/?locality=North&amp;after=ROT-2026-000025\"");
        assertThat(words("/?locality=South&type=")).contains("There are none.");
        assertThat(html("/?locality=&type=&team=Duty"))
                .contains("href=\"/?team=Duty&amp;after=ROT-2026-000025\"")
                .contains("name=\"team\"", "value=\"Duty\"");
        assertThat(words("/?team=Other")).contains("There are none.");
    }

    @Test
    void aStateWithVeryManyIsNotCountedToTheEnd() {
        IntStream.rangeClosed(1, StateTab.MOST + 5)
                .forEach(number -> ledger.requests.add(aRequest(number).line()));

        assertThat(words("/")).contains("1,000+ All requests", "1,000+ Allocated");
    }

    @Test
    void whatCouldNotBeDeliveredHasAListOfItsOwn() {
        ledger.requests.add(aRequest(1).line());
        ledger.undelivered.add(aRequest(2).line());

        assertThat(words("/?state=undelivered"))
                .contains("1 Delivery problems", "ROT-2026-000002")
                .doesNotContain("ROT-2026-000001");
    }

    @Test
    void aSearchIsPostedAndNothingOfItStandsInAnAddress() {
        ledger.requests.add(aRequest(1).line());
        MvcTestResult page = browser.post()
                .uri("/search")
                .with(csrf())
                .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                .param("for", "Amelia Ashworth")
                .exchange();

        assertThat(page).hasStatusOk().bodyText().contains("Nothing was found").doesNotContain("?for=", "=Amelia");
        assertThat(ledger.searched).containsExactly("Amelia Ashworth");
        assertThat(browser.get().uri("/search?for=Amelia").with(user("somebody").authorities(Somebody.OF_EVERY_ROLE)))
                .hasStatus(404);
    }

    @Test
    void anEmptyListSaysSo() {
        assertThat(words("/?state=held")).contains("There are none.");
    }

    @Test
    void aStateOrReferenceThatCannotBeIsNotFound() {
        assertThat(get("/?state=lost")).hasStatus(404);
        assertThat(get("/?after=1;drop")).hasStatus(404);
    }

    @Test
    void aRequestOfUnknownTypeOrDateSaysThat() {
        ledger.requests.add(aRequest(1).called("").askedAt(null).line());
        ledger.requests.add(
                aRequest(2).askedAt(PagesApp.NOW.plus(Duration.ofDays(1))).line());

        assertThat(words("/"))
                .contains("Unknown type · North", "Asked Date not readable; received 19 November 2026 at 9:05am")
                .contains("Asked 22 November 2026 at 9:05am, dated in the future");
    }

    @Test
    void whateverASentenceHoldsIsShownAsText() {
        ledger.requests.add(aRequest(1).decided("<script>alert(1)</script>").line());

        assertThat(html("/")).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>");
    }

    @Test
    void anUrgentTaskIsPinnedOnEveryPageAndOthersAreNot() {
        ledger.tasks.add(task("Write back to the social worker.", false));
        ledger.tasks.add(task("Phone MASH now.", true));

        Morning.open(files);
        for (String address : List.of(
                "/",
                "/?state=held",
                "/hub",
                "/mash",
                "/clocks",
                "/clocks/kept",
                "/meetings",
                "/post",
                "/requests/ROT-2026-000201",
                "/protocol/rotherham",
                "/feeds",
                "/audit",
                "/mail",
                "/logins")) {
            assertThat(words(address))
                    .as(address)
                    .contains("Do this now ROT-2026-000009 Phone MASH now. ROT-19 open for 2 hours")
                    .doesNotContain("Write back", "There are more.");
        }
    }

    @Test
    void whereMoreIsUrgentThanIsPinnedThePageSaysSo() {
        IntStream.rangeClosed(0, UrgentTasks.MOST).forEach(each -> ledger.tasks.add(task("Phone MASH now.", true)));
        assertThat(words("/")).contains("There are more. The oldest 10 are shown");
    }

    @Test
    void whoeverHasNotSignedInIsToldOfNothingUrgent() {
        ledger.tasks.add(task("Phone MASH now.", true));
        assertThat(browser.get().uri("/login")).hasStatusOk().bodyText().doesNotContain("Phone MASH");
    }

    @Test
    void withoutUrgentTasksNothingIsPinned() {
        assertThat(words("/")).doesNotContain("Do this now");
    }

    @Test
    void aTrialSaysOnEveryPageThatMailReachesNobody() {
        for (String address : new String[] {"/", "/feeds", "/mail"}) {
            assertThat(words(address)).contains("Trial This is a trial. Mail reaches nobody");
        }
    }

    private static TaskLine task(String text, boolean urgent) {
        return new TaskLine(
                PagesApp.ROTHERHAM,
                aRequest(9).reference(),
                "phone-mash",
                "ROT-19",
                text,
                urgent,
                PagesApp.NOW.minus(Duration.ofHours(2)));
    }
}
