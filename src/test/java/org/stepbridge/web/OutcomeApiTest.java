package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.casework.Role;
import org.stepbridge.model.RequestState;
import org.stepbridge.testing.Somebody;

class OutcomeApiTest extends PagesTest {
    private static final String REFERENCE = "ROT-2026-000104";
    private static final String REJECTED =
            "{\"by\":\"mash\",\"outcome\":\"rejected\",\"rationale\":\" Below the threshold. \"}";
    private static final String DECLINED = "{\"by\":\"hub\",\"outcome\":\"declined\",\"rationale\":\"Full.\"}";

    @Test
    void anOutcomeIsRecordedAsOnThePage() {
        actions.answer = new DeedResult.Done(RequestState.CLOSED);
        assertThat(send(REFERENCE, REJECTED, "", Role.MASH))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"reference\":\"" + REFERENCE + "\",\"repeated\":false}");
        Deed deed = actions.deeds.get(0);
        assertThat(deed.action())
                .isEqualTo(new Action.RecordOutcome(
                        Action.Party.MASH, Action.Said.REJECTED, "Below the threshold.", null));
        assertThat(deed.actor()).isEqualTo("user:somebody");
        assertThat(deed.reason()).isEqualTo("Below the threshold.");
        assertThat(deed.authorities()).extracting(Object::toString).containsExactly("rotherham");
    }

    @Test
    void whoAnswersForOneMayNotAnswerForTheOther() {
        assertThat(send(REFERENCE, DECLINED, "", Role.MASH)).hasStatus(403);
        assertThat(send(REFERENCE, REJECTED, "", Role.HUB)).hasStatus(403);
        assertThat(send(REFERENCE, REJECTED, "", Role.BUSINESS_SUPPORT)).hasStatus(403);
        assertThat(actions.deeds).isEmpty();
        assertThat(send(REFERENCE, DECLINED, "", Role.HUB)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|by,rationale",
                "{\"by\":\"police\",\"outcome\":\"accepted\",\"rationale\":\"Ashworth\"}|by",
                "{\"by\":\"mash\",\"rationale\":\"Ashworth\"}|outcome",
                "{\"by\":\"mash\",\"outcome\":\"declined\",\"rationale\":\"Ashworth\"}|outcome",
                "{\"by\":\"hub\",\"outcome\":\"rejected\",\"rationale\":\"Ashworth\"}|outcome",
                "{\"by\":\"mash\",\"outcome\":\"accepted\",\"rationale\":\" \"}|rationale",
                "{\"by\":\"mash\",\"outcome\":\"accepted\",\"rationale\":\"Ashworth\\u0000\"}|rationale"
            })
    void fieldsThatAreWrongAreNamedWithoutWhatTheySay(String body, String fields) {
        MvcTestResult answer = send(REFERENCE, body, "", Role.values());
        assertThat(answer)
                .hasStatus(422)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .doesNotContain("Ashworth")
                .contains(java.util.Arrays.stream(fields.split(","))
                        .map(field -> "\"field\":\"" + field + "\"")
                        .toList());
        assertThat(actions.deeds).isEmpty();
    }

    @Test
    void whatIsNoJsonOrComesFromAnotherSiteIsRefused() {
        assertThat(send(REFERENCE, "", "", Role.MASH)).hasStatus(400);
        assertThat(send(REFERENCE, "{\"by\":", "", Role.MASH)).hasStatus(400);
        assertThat(browser.post()
                        .uri("/api/v1/requests/" + REFERENCE + "/outcome")
                        .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                        .header("Origin", "https://elsewhere.example")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(REJECTED))
                .hasStatus(403);
        assertThat(actions.deeds).isEmpty();
    }

    @Test
    void aRequestOfAnotherAuthorityIsNotThere() {
        assertThat(send("XYZ-2026-000104", REJECTED, "", Role.MASH)).hasStatus(404);
        assertThat(send("1drop", REJECTED, "", Role.MASH)).hasStatus(404);
        assertThat(actions.deeds).isEmpty();
        actions.answer = new DeedResult.NotTheirs();
        assertThat(send(REFERENCE, REJECTED, "", Role.MASH))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void whoeverIsTooLateIsToldWhy() {
        actions.answer = new DeedResult.Impossible("It is not waiting for MASH: it may have been decided or closed.");
        assertThat(send(REFERENCE, REJECTED, "", Role.MASH))
                .hasStatus(409)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("It is not waiting for MASH");
        actions.answer = new DeedResult.Changed("user:jo", Instant.parse("2026-11-21T09:00:00Z"), "record-outcome");
        assertThat(send(REFERENCE, REJECTED, "", Role.MASH)).hasStatus(409);
    }

    @Test
    void theSameUnderTheSameKeyIsOneDeedAndAnythingElseIsAnother() {
        actions.answer = new DeedResult.DoneBefore(Instant.parse("2026-11-21T09:00:00Z"));
        assertThat(send(REFERENCE, REJECTED, "one", Role.MASH))
                .hasStatusOk()
                .bodyText()
                .contains("\"repeated\":true");
        send(REFERENCE, REJECTED, "one", Role.MASH);
        send(REFERENCE, REJECTED, "two", Role.MASH);
        send(REFERENCE, REJECTED.replace("rejected", "accepted"), "one", Role.MASH);
        send("ROT-2026-000105", REJECTED, "one", Role.MASH);
        send(REFERENCE, REJECTED, "", Role.MASH);
        send(REFERENCE, REJECTED, "", Role.MASH);
        UUID first = actions.deeds.get(0).key();
        assertThat(actions.deeds.get(1).key()).isEqualTo(first);
        assertThat(actions.deeds.stream().skip(1).map(Deed::key)).doesNotHaveDuplicates();
    }

    private MvcTestResult send(String reference, String body, String key, Role... roles) {
        return browser.post()
                .uri("/api/v1/requests/" + reference + "/outcome")
                .with(user("somebody").authorities(Somebody.of("rotherham", roles)))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
