package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.access.ApiRules;
import org.stepbridge.model.RequestState;
import org.stepbridge.testing.Somebody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the description of the API says is what the API does. */
class ApiDescriptionTest extends PagesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LIST = "/api/v1/requests";

    @Test
    void everyRuleAboutTheApiIsAnOperationAndNothingElseIs() {
        Set<String> described = new HashSet<>();
        description()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(verb -> described.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(ApiRules.all());
    }

    @Test
    void everyOperationSaysWhoMayCallItWhatItIsForAndWhichProblemsItHas() {
        operations().forEach(operation -> {
            assertThat(operation.get("summary").asString()).isNotBlank();
            assertThat(operation.get("description").asString()).contains("For ", "for its own authorities only");
            assertThat(operation.get("responses").propertyNames()).contains("401", "403", "406", "500", "503");
            operation.get("responses").properties().forEach(answer -> {
                String kinds = answer.getValue().get("content").propertyNames().toString();
                assertThat(kinds)
                        .as(operation.get("operationId") + " " + answer.getKey())
                        .isEqualTo(
                                answer.getKey().startsWith("2") ? "[application/json]" : "[application/problem+json]");
            });
        });
    }

    @Test
    void itNamesTheWayToSayWhoAsks() {
        JsonNode schemes = description().at("/components/securitySchemes");
        assertThat(schemes.propertyNames()).containsExactly("basic");
        assertThat(schemes.at("/basic/scheme").asString()).isEqualTo("basic");
        assertThat(description().get("security").toString()).isEqualTo("[{\"basic\":[]}]");
    }

    @Test
    void theStatesAreThoseOfTheProgram() {
        List<String> described = description()
                .at("/paths/~1api~1v1~1requests/get/parameters")
                .valueStream()
                .filter(parameter -> parameter.get("name").asString().equals("state"))
                .flatMap(parameter -> parameter.at("/schema/enum").valueStream())
                .map(JsonNode::asString)
                .toList();
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(RequestState.values())
                        .map(RequestState::label)
                        .toList());
    }

    @Test
    void realAnswersAreAsDescribedWithNoFieldMoreOrLess() {
        Morning.open(files);
        IntStream.rangeClosed(1, ReadApi.PAGE + 1)
                .forEach(number -> ledger.requests.add(
                        RequestLines.aRequest(number).in(RequestState.HELD).line()));
        assertAsDescribed("ApiList", get(LIST));
        assertAsDescribed("ApiList", get(LIST + "?state=returned"));
        for (String reference : List.of("ROT-2026-000101", "ROT-2026-000201", "ROT-2026-000104", "ROT-2026-000105")) {
            assertAsDescribed("ApiRequest", get(LIST + "/" + reference));
        }
        assertAsDescribed("Problem", get(LIST + "/ROT-2026-999999"));
    }

    @Test
    void onlyWhoIsLoggedInMayReadItAndInOneFormOnly() {
        assertThat(browser.get().uri("/v3/api-docs")).hasStatus(401);
        assertThat(get("/v3/api-docs.yaml")).hasStatus(404);
        assertThat(get("/v3/api-docs/swagger-config")).hasStatus(404);
        assertThat(get("/swagger-ui/index.html")).hasStatus(404);
    }

    private void assertAsDescribed(String schema, MvcTestResult answer) {
        ObjectNode described = (ObjectNode) description();
        described.at("/components/schemas").forEach(each -> {
            if (each.has("properties")) {
                ((ObjectNode) each).put("additionalProperties", false);
            }
        });
        described.put("$ref", "#/components/schemas/" + schema);
        Schema held = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(described.toString(), com.networknt.schema.InputFormat.JSON);
        JsonNode body = JSON.readTree(answer.getResponse().getContentAsByteArray());
        assertThat(held.validate(body))
                .extracting(Error::getInstanceLocation, Error::getMessage)
                .isEmpty();
    }

    private List<JsonNode> operations() {
        return description()
                .get("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    private JsonNode description() {
        MvcTestResult answer = browser.get()
                .uri("/v3/api-docs")
                .with(user("somebody").authorities(Somebody.of("rotherham", org.stepbridge.casework.Role.HUB)))
                .exchange();
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }
}
