package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.Role;
import org.stepbridge.testing.Somebody;

class QueuePageTest extends PagesTest {

    @BeforeEach
    void fill() {
        Morning.queue(queues);
    }

    @Test
    void theHubSeesWhatWaitsByProgrammeAndAge() {
        assertThat(words("/hub"))
                .contains("Programme Under 1 week 1 to 2 weeks 2 to 4 weeks 4 weeks and longer")
                .contains("Parenting course 1 0 1 0", "Triple P 0 1 0 0")
                .contains("ROT-2026-000105", "ROT-2026-000106 For the hub Waitlisted for 8 days");
    }

    @Test
    void aProgrammeShowsOnlyItsOwn() {
        assertThat(words("/hub?programme=Triple P")).contains("ROT-2026-000106").doesNotContain("ROT-2026-000105");
    }

    @Test
    void mashSeesWhatItHasToDecideAndWhen() {
        assertThat(words("/mash"))
                .contains("ROT-2026-000104 Urgent For MASH")
                .contains("ROT-16 Mash decision: due 21 November 2026 at 7:05am, 2 hours overdue")
                .doesNotContain("ROT-2026-000105");
    }

    @Test
    void theFormCarriesTheDecisionThatWasSeenAndLeadsBackToTheQueue() {
        assertThat(html("/hub"))
                .contains("action=\"/requests/ROT-2026-000105/hub-outcome\"", "name=\"seen\" value=\"1005\"");

        MvcTestResult answer = browser.post()
                .uri("/requests/ROT-2026-000105/hub-outcome")
                .with(csrf())
                .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                .param("key", new UUID(3, 4).toString())
                .param("seen", "1005")
                .param("said", "declined")
                .param("reason", "No place before summer.")
                .param("back", "hub")
                .exchange();

        assertThat(answer).hasRedirectedUrl("/hub");
        assertThat(answer.getMvcResult().getFlashMap().get("toldOf")).isEqualTo("ROT-2026-000105");
        Deed deed = actions.deeds.get(0);
        assertThat(deed.seen()).isEqualTo(1005);
        assertThat(deed.action())
                .isEqualTo(new Action.RecordOutcome(
                        Action.Party.HUB, Action.Said.DECLINED, "No place before summer.", null));
    }

    @Test
    void aFormLeadsBackToNothingButAQueue() {
        MvcTestResult answer = browser.post()
                .uri("/requests/ROT-2026-000105/hub-outcome")
                .with(csrf())
                .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                .param("back", "/elsewhere.example")
                .exchange();

        assertThat(answer).hasRedirectedUrl("/requests/ROT-2026-000105");
    }

    @Test
    void whoMayLookButNotDecideIsOfferedNoForm() {
        MvcTestResult page = browser.get()
                .uri("/hub")
                .with(user("somebody").authorities(Somebody.of("*", Role.MANAGER)))
                .exchange();
        assertThat(page).hasStatusOk().bodyText().contains("ROT-2026-000105").doesNotContain("hub-outcome");
    }
}
