package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stepbridge.casework.IncomingPost;
import org.stepbridge.casework.Role;
import org.stepbridge.testing.Somebody;

/** Every address that the program has, as every role, as another authority's staff, and logged out. */
class AuthorizationMatrixTest extends PagesTest {
    private static final String REQUEST = "/requests/ROT-2026-000101";
    private static final String EVERYBODY = "business-support locality-manager hub mash manager it";
    private static final String STAFF = "business-support locality-manager";
    private static final String MANAGERS = "business-support locality-manager manager";
    private static final String AUDITORS = "it manager";
    private static final String SENDERS = "business-support it";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    /**
     * Who may what.
     *
     * @param about whether it is about one authority's records, and so not there for the staff of another
     */
    private record Line(String method, String pattern, String address, String roles, boolean about) {}

    private static final List<Line> MATRIX = List.of(
            new Line("GET", "/", "/", EVERYBODY, false),
            new Line("GET", "/counts", "/counts?shown=count-all&first=1&seen=1", EVERYBODY, false),
            new Line("GET", "/hub/count", "/hub/count?first=1&seen=1", "hub manager business-support", false),
            new Line("GET", "/mash/count", "/mash/count?first=1&seen=1", "mash manager", false),
            new Line("GET", "/feeds", "/feeds", "it", false),
            new Line("GET", "/feeds/traffic", "/feeds/traffic", "it", false),
            new Line("GET", "/feeds/files/{id}/rejects", "/feeds/files/1/rejects", "it", true),
            new Line("GET", "/post", "/post", SENDERS, false),
            new Line("GET", "/post/{id}", "/post/1", SENDERS, true),
            new Line("POST", "/post/{id}/settle", "/post/1/settle", SENDERS, false),
            new Line("GET", "/mail", "/mail", SENDERS, true),
            new Line("GET", "/mail/{id}", "/mail/20261121-0001", SENDERS, true),
            new Line("GET", "/requests/{reference}", REQUEST, EVERYBODY, true),
            new Line(
                    "GET",
                    "/requests/{reference}/deliveries/{delivery}",
                    "/requests/ROT-2026-000104/deliveries/" + CaseFileSamples.DELIVERY,
                    EVERYBODY,
                    true),
            new Line("GET", "/hub", "/hub", "hub manager business-support", false),
            new Line("GET", "/clocks", "/clocks", MANAGERS, false),
            new Line("GET", "/clocks/kept", "/clocks/kept", MANAGERS, false),
            new Line("GET", "/clocks/kept/download", "/clocks/kept/download", MANAGERS, false),
            new Line("GET", "/meetings", "/meetings", MANAGERS, false),
            new Line("GET", "/clocks/download", "/clocks/download", MANAGERS, false),
            new Line("GET", "/protocol", "/protocol", EVERYBODY, false),
            new Line("GET", "/protocol/{authority}", "/protocol/rotherham", EVERYBODY, true),
            new Line("POST", "/protocol/{authority}/activate", "/protocol/rotherham/activate", "it", true),
            new Line("POST", "/protocol/{authority}/what-if", "/protocol/rotherham/what-if", "it", true),
            new Line("GET", "/audit", "/audit", AUDITORS, false),
            new Line("POST", "/audit", "/audit", AUDITORS, false),
            new Line("POST", "/audit/verify", "/audit/verify", AUDITORS, false),
            new Line("POST", "/audit/download", "/audit/download", AUDITORS, false),
            new Line("GET", "/logins", "/logins", "it", false),
            new Line("POST", "/logins", "/logins", "it", false),
            new Line("GET", "/logins/{id}", "/logins/1", "it", true),
            login("grant"),
            login("give-password"),
            login("unlock"),
            login("disable"),
            new Line("GET", "/mash", "/mash", "mash manager", false),
            new Line("POST", "/search", "/search", EVERYBODY, false),
            deed("use-note", STAFF),
            deed("forward", STAFF),
            deed("return", STAFF),
            deed("recheck", STAFF),
            deed("close", STAFF),
            deed("tick-task", STAFF),
            deed("record-phone-call", STAFF + " mash"),
            deed("meet-clock", MANAGERS),
            deed("disagree", MANAGERS),
            deed("happen", MANAGERS),
            deed("tick-item", MANAGERS),
            deed("resend", SENDERS),
            deed("give-up", SENDERS),
            deed("mark-delivered", SENDERS),
            deed("hub-outcome", "hub"),
            deed("mash-outcome", "mash"),
            deed("anything-else", ""),
            new Line("GET", "/api/v1/requests", "/api/v1/requests", EVERYBODY, false),
            new Line("GET", "/api/v1/requests/{reference}", "/api/v1/requests/ROT-2026-000101", EVERYBODY, true),
            new Line("POST", "/api/v1/requests/search", "/api/v1/requests/search", EVERYBODY, false),
            new Line(
                    "POST", "/api/v1/requests/{reference}/outcome", "/api/v1" + REQUEST + "/outcome", "hub mash", true),
            new Line("POST", "/api/v1/{authority}/requests", "/api/v1/rotherham/requests", "it", true),
            new Line("GET", "/v3/api-docs", "/v3/api-docs", EVERYBODY, false),
            new Line("GET", "/actuator/prometheus", "/actuator/prometheus", "it", false));

    /** Addresses of one's own login, which every login may open, and the styles of all pages. */
    private static final Set<String> OWN =
            Set.of("GET /login", "GET /password", "POST /password", "GET /govuk-frontend.css", "GET /htmx.js");

    private static Line deed(String name, String roles) {
        return new Line("POST", "/requests/{reference}/{name}", REQUEST + "/" + name, roles, true);
    }

    private static Line login(String name) {
        return new Line("POST", "/logins/{id}/" + name, "/logins/1/" + name, "it", true);
    }

    @Test
    void noAddressIsMissingFromTheMatrix() {
        Set<String> known = Stream.concat(
                        MATRIX.stream().map(line -> line.method() + " " + line.pattern()), OWN.stream())
                .collect(Collectors.toSet());
        List<String> there = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("org.stepbridge")) {
                mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> there.add(verb + " " + pattern)));
            }
        });
        assertThat(there).isNotEmpty();
        assertThat(known).containsAll(there);
    }

    @Test
    void eachRoleMayWhatTheMatrixSaysAndNothingElse() {
        fill();
        for (Line line : MATRIX) {
            for (Role role : Role.values()) {
                boolean may = List.of(line.roles().split(" ")).contains(role.label());
                assertThat(allowed(line, Somebody.of("*", role)))
                        .as(line.method() + " " + line.address() + " as " + role.label())
                        .isEqualTo(may);
                assertThat(allowed(line, Somebody.of("rotherham", role)))
                        .as(line.method() + " " + line.address() + " as " + role.label() + " of Rotherham")
                        .isEqualTo(may);
            }
        }
    }

    @Test
    void whatIsAboutOneAuthoritysRecordsIsNotThereForTheStaffOfAnother() {
        fill();
        for (Line line : MATRIX) {
            boolean may = !line.about() && !line.roles().isEmpty();
            assertThat(allowed(line, Somebody.of("york", Role.values())))
                    .as(line.method() + " " + line.address())
                    .isEqualTo(may);
        }
        assertThat(files.viewed).isEmpty();
        assertThat(sent.read).isEmpty();
        assertThat(actions.deeds).isEmpty();
        assertThat(post.done).isEmpty();
    }

    @Test
    void whoeverIsLoggedOutMayNothing() {
        fill();
        for (Line line : MATRIX) {
            int status = status(line, request -> request);
            assertThat(status).as(line.method() + " " + line.address()).isIn(302, 401);
        }
        assertThat(actions.deeds).isEmpty();
    }

    @Test
    void aLoginWithoutARoleMayNothing() {
        fill();
        for (Line line : MATRIX) {
            assertThat(allowed(line, Somebody.of("*"))).as(line.address()).isFalse();
        }
    }

    private void fill() {
        Morning.fill(ledger, inboxes, mails);
        Morning.open(files);
        Morning.sent(sent, files);
        ledger.files.add(Morning.fileWithRejects(1));
        rejects.report = Path.of("pom.xml");
        post.add(1, IncomingPost.Kind.UNMATCHED, "Nobody can tell.");
        logins.put("a-login", false, Set.of(Role.HUB), Set.of("rotherham"));
    }

    private boolean allowed(Line line, List<GrantedAuthority> grants) {
        int status = status(line, user("somebody").authorities(grants));
        assertThat(status).as(line.address()).isNotIn(401, 500);
        // Refused by a guard or not there; whatever else comes, such as a form that is not filled in, comes from
        // inside.
        return status != 403 && status != 404;
    }

    private int status(Line line, RequestPostProcessor who) {
        var request = browser.method(HttpMethod.valueOf(line.method()))
                .uri(line.address())
                .with(csrf())
                .with(who);
        if (line.address().startsWith("/api/")) {
            // What is of another kind is refused before it is asked whose it is.
            request.contentType(MediaType.APPLICATION_JSON);
        }
        return request.exchange().getResponse().getStatus();
    }
}
