package org.stepbridge.access;

import java.util.Set;
import java.util.stream.Collectors;

/** The rules about the API, for tests of others that must know all of them. */
public final class ApiRules {
    private ApiRules() {}

    /** Each as method and path, such as {@code GET /api/v1/requests}. */
    public static Set<String> all() {
        return Rule.PROGRAMS.stream()
                .filter(rule -> rule.path().startsWith("/api/"))
                .map(rule -> rule.method() + " " + rule.path())
                .collect(Collectors.toSet());
    }
}
