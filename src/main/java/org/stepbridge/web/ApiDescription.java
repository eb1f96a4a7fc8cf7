package org.stepbridge.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Completes the description of the API by what holds for all of it: what it is, its problems, which fields are always there. */
@Component
class ApiDescription implements OpenApiCustomizer {
    private static final String PROBLEM = "Problem";

    /** What may be wrong with any request. */
    private static final Map<String, String> ALWAYS = Map.of(
            "401", "It is not known who asks, or the password or token is wrong.",
            "403", "This login may not do that.",
            "405", "The address is not for this method.",
            "406", "The answer is JSON, and that is not accepted.",
            "500", "Something went wrong here; the same may be sent again.",
            "503", "The database or another part is away just now; the same may be sent again in a while.");

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info()
                .title("Stepbridge")
                .version("v1")
                .description(
                        "Requests between children's social care and early help, by the same logins and roles as the"
                                + " pages. Times are ISO 8601 in UTC. Every error is a problem detail (RFC 9457)."));
        api.servers(List.of(new Server().url("/")));
        api.getComponents().addSchemas(PROBLEM, problem());
        AlwaysThere.require(
                api.getComponents().getSchemas(),
                ApiList.class,
                ApiRequest.class,
                RequestsApi.Taken.class,
                OutcomeApi.Recorded.class);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getResponses)
                .forEach(ApiDescription::problems);
    }

    private static void problems(ApiResponses responses) {
        ALWAYS.forEach((code, text) -> responses.computeIfAbsent(code, none -> new ApiResponse().description(text)));
        responses.forEach((code, response) -> {
            if (code.compareTo("400") >= 0) {
                response.setContent(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref(PROBLEM))));
            }
        });
    }

    private static Schema<?> problem() {
        Schema<?> error = of("object", "What is wrong with a field.");
        error.addProperty("field", of("string", "Its name in the body; empty for the whole."));
        error.addProperty("problem", of("string", "What is wrong with it, without its value."));
        error.setRequired(List.of("field", "problem"));
        Schema<?> problem = of("object", "What went wrong (RFC 9457).");
        problem.addProperty("type", of("string", "Always about:blank: the status says what it is."));
        problem.addProperty("title", of("string", "The status in words."));
        problem.addProperty("status", of("integer", "The status."));
        problem.addProperty("detail", of("string", "What is wrong and what to do, without anything that was sent."));
        problem.addProperty(
                "errors", of("array", "What is wrong with which field.").items(error));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static Schema<?> of(String type, String meaning) {
        Schema<?> schema = new Schema<>().description(meaning);
        schema.addType(type);
        return schema;
    }
}
