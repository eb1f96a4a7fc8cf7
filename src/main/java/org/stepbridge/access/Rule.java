package org.stepbridge.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.stepbridge.casework.Right;
import org.stepbridge.casework.Role;

/**
 * What is needed for an address.
 *
 * @param method the HTTP method
 * @param path a pattern of Spring's
 * @param rights each of them opens it; what lies behind may then ask for one in particular
 */
record Rule(HttpMethod method, String path, Set<Right> rights) {

    Rule(HttpMethod method, String path, Right right) {
        this(method, path, Set.of(right));
    }

    /** For people with a browser. */
    static final List<Rule> PAGES = List.of(
            get("/", Right.WORKLIST),
            new Rule(HttpMethod.POST, "/search", Right.WORKLIST),
            get("/hub", Right.HUB_QUEUE),
            get("/mash", Right.MASH_QUEUE),
            get("/clocks", Right.CLOCKS),
            get("/clocks/kept", Right.CLOCKS),
            get("/clocks/kept/download", Right.CLOCKS),
            get("/clocks/download", Right.CLOCKS),
            get("/meetings", Right.CLOCKS),
            get("/requests/{reference}", Right.REQUEST),
            get("/protocol", Right.PROTOCOL),
            get("/protocol/{authority}", Right.PROTOCOL),
            new Rule(HttpMethod.POST, "/protocol/{authority}/activate", Right.ACTIVATE),
            new Rule(HttpMethod.POST, "/protocol/{authority}/what-if", Right.ACTIVATE),
            get("/requests/{reference}/deliveries/{delivery}", Right.REQUEST),
            deed("use-note", Right.SETTLE),
            deed("forward", Right.SETTLE),
            deed("return", Right.SETTLE),
            deed("recheck", Right.SETTLE),
            deed("close", Right.SETTLE),
            deed("tick-task", Right.SETTLE),
            deed("record-phone-call", Right.RECORD_CALL),
            deed("meet-clock", Right.MANAGE),
            deed("disagree", Right.MANAGE),
            deed("happen", Right.MANAGE),
            deed("tick-item", Right.MANAGE),
            deed("resend", Right.DELIVER),
            deed("give-up", Right.DELIVER),
            deed("mark-delivered", Right.DELIVER),
            deed("hub-outcome", Right.ANSWER_AS_HUB),
            deed("mash-outcome", Right.ANSWER_AS_MASH),
            get("/feeds", Right.FEEDS),
            get("/feeds/files/{id}/rejects", Right.FEEDS),
            get("/audit", Right.AUDIT),
            new Rule(HttpMethod.POST, "/audit", Right.AUDIT),
            new Rule(HttpMethod.POST, "/audit/verify", Right.AUDIT),
            new Rule(HttpMethod.POST, "/audit/download", Right.AUDIT),
            get("/logins", Right.LOGINS),
            new Rule(HttpMethod.POST, "/logins", Right.LOGINS),
            get("/logins/{id}", Right.LOGINS),
            login("grant"),
            login("give-password"),
            login("unlock"),
            login("disable"),
            get("/post", Right.POST),
            get("/post/{id}", Right.POST),
            new Rule(HttpMethod.POST, "/post/{id}/settle", Right.POST),
            get("/mail", Right.MAIL),
            get("/mail/{id}", Right.MAIL));

    /** What open pages ask for by themselves, whether or not anybody is there. */
    static final List<Rule> POLLS = List.of(
            get("/counts", Right.WORKLIST),
            get("/hub/count", Right.HUB_QUEUE),
            get("/mash/count", Right.MASH_QUEUE),
            get("/feeds/traffic", Right.FEEDS));

    /** Whether a page asks for this by itself. */
    static boolean isPoll(HttpServletRequest request) {
        return POLLS.stream().anyMatch(rule -> request.getRequestURI().equals(request.getContextPath() + rule.path()));
    }

    /** For programs, which log in with each request. */
    static final List<Rule> PROGRAMS = List.of(
            get("/api/v1/requests", Right.WORKLIST),
            get("/api/v1/requests/{reference}", Right.REQUEST),
            new Rule(HttpMethod.POST, "/api/v1/requests/search", Right.WORKLIST),
            new Rule(
                    HttpMethod.POST,
                    "/api/v1/requests/{reference}/outcome",
                    Set.of(Right.ANSWER_AS_HUB, Right.ANSWER_AS_MASH)),
            new Rule(HttpMethod.POST, "/api/v1/{authority}/requests", Right.PUSH),
            get("/v3/api-docs", Right.API),
            get("/actuator/prometheus", Right.METRICS));

    /** The roles that may. */
    Stream<Role> roles() {
        return rights.stream().flatMap(right -> right.roles().stream()).distinct();
    }

    private static Rule deed(String name, Right right) {
        return new Rule(HttpMethod.POST, "/requests/{reference}/" + name, right);
    }

    private static Rule login(String name) {
        return new Rule(HttpMethod.POST, "/logins/{id}/" + name, Right.LOGINS);
    }

    private static Rule get(String path, Right right) {
        return new Rule(HttpMethod.GET, path, right);
    }
}
