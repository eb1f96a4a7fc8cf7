package org.stepbridge.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.stepbridge.testing.FakeLogins;
import tools.jackson.databind.json.JsonMapper;

/** Signing in at a real OpenID provider, with the redirects that a browser would follow. */
class OpenIdIT {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static ConfigurableApplicationContext provider;
    private static ConfigurableApplicationContext program;
    private static String root;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        root = "http://localhost:" + port;
        provider = new SpringApplicationBuilder(OpenIdProvider.class)
                .properties(
                        "server.port=0", "spring.main.banner-mode=off", "back=" + root + "/login/oauth2/code/council")
                .run("--server.servlet.session.cookie.name=provider");
        String council = "spring.security.oauth2.client.registration.council.";
        program = new SpringApplicationBuilder(GuardedApp.class)
                .run(
                        "--server.port=" + port,
                        "--stepbridge.login.local=false",
                        "--" + council + "client-id=stepbridge",
                        "--" + council + "client-secret=secret",
                        "--" + council + "client-name=Borough",
                        "--" + council + "scope=openid,profile",
                        "--spring.security.oauth2.client.provider.council.issuer-uri=http://localhost:"
                                + provider.getEnvironment().getRequiredProperty("local.server.port"),
                        "--spring.security.oauth2.client.provider.council.user-name-attribute=preferred_username");
    }

    @AfterAll
    static void stop() {
        program.close();
        provider.close();
    }

    @Test
    void whoeverSignsInThereHasTheRolesOfTheTokenHere() throws Exception {
        assertThat(signIn("kit").body()).isEqualTo("open");
        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/feeds").statusCode()).isEqualTo(404);
        assertThat(program.getBean(FakeLogins.class).happened).contains("signed in kit");
    }

    @Test
    void whoeverHasNoRoleThereIsLetInNowhere() throws Exception {
        assertThat(signIn("sam").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongPasswordThereIsNoWayIn() throws Exception {
        assertThat(signIn("kit", "wrong").uri().getPath()).isEqualTo("/login");
        assertThat(get("/").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void theSignInPageLeadsThereAndAsksForNoPassword() throws Exception {
        assertThat(get("/login").body())
                .contains("href=\"/oauth2/authorization/council\"", "Sign in with Borough")
                .doesNotContain("type=\"password\"");
    }

    @Test
    void aProgramComesInByATokenThatThatProviderMadeOutToUs() throws Exception {
        String token = token("reports");
        assertThat(api("/api/v1/requests", token).body()).isEqualTo("open");
        // The token's role is the hub's, for one authority; what that may not do it may not do by a token.
        assertThat(api("/actuator/prometheus", token).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenMadeOutToSomebodyElseIsRefused() throws Exception {
        HttpResponse<String> answer = api("/api/v1/requests", token("stranger"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Stepbridge\", charset=\"UTF-8\"", "Bearer realm=\"Stepbridge\"");
    }

    @Test
    void aTokenThatWasChangedOrIsNoneIsRefusedAndIsNobodysWrongPassword() throws Exception {
        String token = token("reports");
        int signature = token.lastIndexOf('.') + 1;
        char first = token.charAt(signature);
        assertThat(api(
                                "/api/v1/requests",
                                token.substring(0, signature)
                                        + (first == 'A' ? 'B' : 'A')
                                        + token.substring(signature + 1))
                        .statusCode())
                .isEqualTo(401);
        assertThat(api("/api/v1/requests", "nonsense").statusCode()).isEqualTo(401);
        assertThat(program.getBean(FakeLogins.class).happened).noneMatch(what -> what.contains("nonsense"));
    }

    @Test
    void aTokenOpensNoPage() throws Exception {
        HttpResponse<String> answer = api("/", token("reports"));
        assertThat(answer.uri().getPath()).isEqualTo("/login");
    }

    @Test
    void whatProvesASignInIsNoKeyToTheApi() {
        @SuppressWarnings("unchecked")
        JWKSource<SecurityContext> keys = provider.getBean(JWKSource.class);
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(provider())
                .subject("kit")
                .audience(List.of("stepbridge"))
                .claim("roles", List.of("hub"))
                .expiresAt(Instant.now().plusSeconds(60));
        assertThat(status(encoder, claims)).isEqualTo(200);
        assertThat(status(encoder, claims.claim("nonce", "n"))).isEqualTo(401);
        assertThat(status(
                        encoder,
                        claims.claims(all -> all.remove("nonce"))
                                .expiresAt(Instant.now().minusSeconds(600))))
                .isEqualTo(401);
    }

    private static int status(NimbusJwtEncoder encoder, JwtClaimsSet.Builder claims) {
        String token = encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build()))
                .getTokenValue();
        try {
            return new OpenIdIT().api("/api/v1/requests", token).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String provider() {
        return program.getEnvironment()
                .getRequiredProperty("spring.security.oauth2.client.provider.council.issuer-uri");
    }

    private String token(String name) throws Exception {
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(URI.create(provider() + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        (name + ":secret of " + name).getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    private HttpResponse<String> api(String path, String token) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String name) throws Exception {
        return signIn(name, FakeLogins.PASSWORD);
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        HttpResponse<String> form = get("/oauth2/authorization/council");
        Matcher token = CSRF.matcher(form.body());
        assertThat(token.find()).as(form.body()).isTrue();
        return browser.send(
                HttpRequest.newBuilder(form.uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + name + "&password=" + encoded(password) + "&_csrf="
                                + encoded(token.group(1))))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
