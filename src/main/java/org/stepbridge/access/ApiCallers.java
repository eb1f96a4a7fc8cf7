package org.stepbridge.access;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.stepbridge.casework.Role;

/** Says in the description of the API how a program says who it is, and who may call what. */
class ApiCallers implements OpenApiCustomizer {
    private final Map<String, SecurityScheme> ways;

    /** @param bearer whether tokens of an OpenID provider are taken */
    ApiCallers(boolean bearer) {
        SecurityScheme basic = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("basic")
                .description("Name and password of a login of the program's own.");
        SecurityScheme token = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of the OpenID provider that people sign in with.");
        ways = bearer ? Map.of("basic", basic, "bearer", token) : Map.of("basic", basic);
    }

    @Override
    public void customise(OpenAPI api) {
        ways.keySet().stream().sorted().forEach(way -> {
            api.getComponents().addSecuritySchemes(way, ways.get(way));
            api.addSecurityItem(new SecurityRequirement().addList(way));
        });
        Rule.PROGRAMS.forEach(rule -> {
            PathItem path = api.getPaths().get(rule.path());
            Operation operation = path == null ? null : path.readOperationsMap().get(method(rule.method()));
            if (operation != null) {
                operation.setDescription(
                        operation.getDescription() + "\n\nFor " + roles(rule) + ", each for its own authorities only.");
            }
        });
    }

    private static PathItem.HttpMethod method(HttpMethod method) {
        return PathItem.HttpMethod.valueOf(method.name());
    }

    private static String roles(Rule rule) {
        return rule.roles().map(Role::label).sorted().collect(Collectors.joining(", "));
    }
}
