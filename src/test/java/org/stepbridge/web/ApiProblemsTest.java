package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.casework.PushedRequests.FieldProblem;
import org.stepbridge.casework.PushedRequests.Result;
import org.stepbridge.casework.Role;
import org.stepbridge.testing.FakeLogins;
import org.stepbridge.testing.Somebody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes wrong with the API, a program is told so as problem details, and nothing of what it sent comes back. */
@ExtendWith(OutputCaptureExtension.class)
class ApiProblemsTest extends PagesTest {
    private static final String LIST = "/api/v1/requests";
    private static final String PUSH = "/api/v1/rotherham/requests";
    private static final String SECRET = "Ashworth";

    @BeforeEach
    void fill() {
        Morning.open(files);
    }

    @Test
    void whoeverIsNotKnownIsAskedForAPassword() {
        MvcTestResult answer = browser.get().uri(LIST).exchange();
        assertProblem(answer, 401);
        assertThat(answer).headers().hasValue("WWW-Authenticate", "Basic realm=\"Stepbridge\", charset=\"UTF-8\"");
        assertProblem(
                browser.get().uri(LIST).with(httpBasic("it", "wrong " + SECRET)).exchange(), 401);
        assertProblem(browser.get().uri("/api/v1/" + SECRET).exchange(), 401);
    }

    @Test
    void whoeverHasNoRightIsRefused() {
        assertProblem(
                browser.post()
                        .uri(PUSH)
                        .with(user("somebody").authorities(Somebody.of("*", Role.HUB)))
                        .exchange(),
                403);
        assertProblem(
                as(HttpMethod.POST, PUSH)
                        .header("Origin", "https://elsewhere.example")
                        .exchange(),
                403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/requests/ROT-2026-999999,404",
        "GET,/api/v1/requests/Ashworth,404",
        "GET,/api/v1/requests?state=Ashworth,404",
        "GET,/api/v1/requests?authority=Ashworth,404",
        "GET,/api/v1/requests?page=Ashworth,404",
        "GET,/api/v1/Ashworth,404",
        "GET,/api/v2,404",
        "POST,/api/v1/Ashworth/requests,404",
        "PUT,/api/v1/requests,405",
        "DELETE,/api/v1/requests/ROT-2026-000201,405",
        "GET,/api/v1/rotherham/requests,405",
        "GET,/api/v1/requests/Ashworth;a=b,400",
        "GET,/api/v1/requests/%2fAshworth,400",
    })
    void whatIsNotThereOrNotForThisMethodIsAProblem(String method, String address, int status) {
        assertProblem(
                as(HttpMethod.valueOf(method), java.net.URI.create(address))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .exchange(),
                status);
    }

    @Test
    void theMethodsOfAnAddressAreNamed() {
        assertThat(as(HttpMethod.PUT, LIST).exchange()).headers().hasValue("Allow", "GET");
    }

    @Test
    void whoeverTakesNoJsonGetsNoneAndNothingWasLookedAt() {
        for (String address : List.of(LIST, LIST + "/ROT-2026-000201")) {
            assertProblem(as(HttpMethod.GET, address).accept("text/csv").exchange(), 406);
        }
        assertThat(files.viewed).isEmpty();
    }

    @Test
    void whatIsNotJsonIsRefused() {
        for (String address : List.of(LIST + "/search", PUSH)) {
            assertProblem(
                    as(HttpMethod.POST, address)
                            .contentType("text/plain")
                            .content(SECRET)
                            .exchange(),
                    415);
            assertProblem(as(HttpMethod.POST, address).content(SECRET).exchange(), 415);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/search|{\"words\":\"Ashworth|400", "/search|[\"Ashworth\"]|400", "/search|{}|400"})
    void aBodyThatCannotBeReadIsAProblem(String address, String body, int status) {
        assertProblem(
                as(HttpMethod.POST, LIST + address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .exchange(),
                status);
    }

    @Test
    void whatIsWrongWithAPushedRequestIsSaidByField() {
        assertProblem(push("Ashworth"), 400);
        pushes.answer = new Result.Refused(List.of(new FieldProblem("child/surname", "It is too long.")));
        JsonNode problem = assertProblem(push("{}"), 422);
        assertThat(problem.get("errors").toString())
                .isEqualTo("[{\"field\":\"child/surname\",\"problem\":\"It is too long.\"}]");
        assertProblem(push("\"" + "x".repeat(1 << 20) + "\""), 413);
    }

    @Test
    void aPushThatLostItsRacesMayBeSentAgain() {
        pushes.answer = new Result.Busy();
        MvcTestResult answer = push("{}");
        assertProblem(answer, 503);
        assertThat(answer).headers().hasValue("Retry-After", "10");
    }

    @Test
    void aDatabaseThatIsAwayIsToldAsSuchWhereverItIsMissed() {
        ledger.away = true;
        assertProblem(as(HttpMethod.GET, LIST).exchange(), 503);
        logins.away = true;
        MvcTestResult answer = browser.get()
                .uri(LIST)
                .with(httpBasic("it", FakeLogins.PASSWORD))
                .exchange();
        assertProblem(answer, 503);
        assertThat(answer).headers().doesNotContainHeader("WWW-Authenticate");
    }

    @Test
    void aFailureShowsNothingFromInsideAndIsInTheLogOnce(CapturedOutput output) {
        ledger.broken = true;
        MvcTestResult answer = as(HttpMethod.GET, LIST).exchange();
        assertProblem(answer, 500);
        assertThat(answer).bodyText().doesNotContain("the ledger is away", "IllegalState");
        assertThat(output.getAll()).containsOnlyOnce("ERROR").contains("the ledger is away");
    }

    @Test
    void onAPageAnErrorIsAPage() {
        MvcTestResult answer = browser.get()
                .uri("/?state=lost")
                .accept("text/html")
                .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                .exchange();
        assertThat(answer).hasStatus(404);
        assertThat(answer.getResponse().getContentType()).isNotEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    private MvcTestResult push(String body) {
        return as(HttpMethod.POST, PUSH)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MockMvcRequestBuilder as(HttpMethod method, String address) {
        return browser.method(method).uri(address).with(user("somebody").authorities(Somebody.OF_EVERY_ROLE));
    }

    private MockMvcRequestBuilder as(HttpMethod method, java.net.URI address) {
        return browser.method(method).uri(address).with(user("somebody").authorities(Somebody.OF_EVERY_ROLE));
    }

    private static JsonNode assertProblem(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        String body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(body).doesNotContain(SECRET, "Exception");
        JsonNode problem = JsonMapper.shared().readTree(body);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).isEqualTo("about:blank");
        assertThat(Map.of("title", problem.get("title"), "detail", problem.get("detail")))
                .allSatisfy((name, text) -> assertThat(text.asString()).as(name).isNotBlank());
        assertThat(answer).headers().hasValue("X-Content-Type-Options", "nosniff");
        return problem;
    }
}
