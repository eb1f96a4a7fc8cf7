package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.stepbridge.web.RequestLines.aRequest;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.model.RequestState;
import org.stepbridge.testing.Somebody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadApiTest extends PagesTest {
    private static final String LIST = "/api/v1/requests";

    @BeforeEach
    void fill() {
        IntStream.rangeClosed(1, ReadApi.PAGE + 1)
                .forEach(number -> ledger.requests.add(
                        aRequest(number).in(RequestState.HELD).line()));
        ledger.requests.add(aRequest(900).in(RequestState.RETURNED).line());
        Morning.open(files);
    }

    @Test
    void aListIsReadPageByPageAndEachPageNamesTheNext() {
        JsonNode first = json(LIST + "?authority=rotherham&state=held");
        assertThat(first.get("requests").size()).isEqualTo(ReadApi.PAGE);
        assertThat(first.at("/requests/0/reference").asString()).isEqualTo("ROT-2026-000001");
        String next = first.get("next").asString();
        assertThat(next).isEqualTo(LIST + "?authority=rotherham&state=held&page=ROT-2026-000100");

        JsonNode second = json(next);
        assertThat(second.get("requests").size()).isEqualTo(1);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void aListIsNarrowedByTypeAndByReference() {
        assertThat(json(LIST + "?type=step-down").get("requests").isEmpty()).isTrue();
        assertThat(json(LIST + "?reference=ROT-2026-000900")
                        .at("/requests/0/state")
                        .asString())
                .isEqualTo("returned");
        assertThat(json(LIST + "?reference=ROT-2026-000900&state=held")
                        .get("requests")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void oneRequestComesWithAllAboutItAndIsAuditedAsAView() {
        JsonNode request = json(LIST + "/ROT-2026-000201");
        assertThat(request.get("state").asString()).isEqualTo("allocated");
        assertThat(request.at("/request/child/surname").asString()).isEqualTo("Ashworth");
        assertThat(request.at("/request/details/team").asString()).isEqualTo("Locality Team 3");
        assertThat(request.at("/decision/reasons/0/clause").asString()).isEqualTo("ROT-3");
        assertThat(request.at("/evidence/0/counts").asBoolean()).isTrue();
        assertThat(request.at("/evidence/0/words/0").asString()).isEqualTo("Agreed with Helen Marsh that we co-work");
        assertThat(request.at("/deliveries/0/channel").asString()).isEqualTo("allocations");
        assertThat(request.at("/deliveries/0/state").asString()).isEqualTo("delivered");
        assertThat(request.at("/clocks/0/clause").asString()).isEqualTo("ROT-6");
        assertThat(request.at("/clocks/0/dueAt").asString()).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(request.at("/timeline/0/action").asString()).isEqualTo("decided");
        assertThat(files.viewed).containsExactly("user:somebody ROT-2026-000201");
    }

    @Test
    void aHeldRequestStatesItsQuestion() {
        assertThat(json(LIST + "/ROT-2026-000101").at("/decision/question").asString())
                .startsWith("Does the note");
    }

    @Test
    void wordsToLookForComeInTheBody() {
        MvcTestResult answer = search("{\"words\": \"ROT-2026-000007\"}");
        assertThat(answer).hasStatusOk().bodyText().contains("ROT-2026-000007");
        assertThat(ledger.searched).containsExactly("ROT-2026-000007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"words\": \" \"}", "words", "{\"words\": {\"a\": 1}}"})
    void aBodyWithoutWordsIsAProblem(String body) {
        assertThat(search(body)).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(ledger.searched).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LIST + "?authority=york",
                LIST + "?state=lost",
                LIST + "?reference=1drop",
                LIST + "?page=1drop",
                LIST + "/ROT-2026-999999",
                LIST + "/1drop"
            })
    void whatIsNotThereIsAProblem(String address) {
        assertThat(get(address)).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(files.viewed).isEmpty();
    }

    private MvcTestResult search(String body) {
        return browser.post()
                .uri(LIST + "/search")
                .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode json(String address) {
        MvcTestResult answer = get(address);
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }
}
