package org.stepbridge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.stepbridge.testing.Somebody;

@SpringBootTest(
        classes = GuardedApp.class,
        properties = {"stepbridge.web.hosts=Stepbridge.Borough.example", "management.endpoints.web.exposure.include=*"})
@AutoConfigureMockMvc
class GuardsTest {
    @Autowired
    MockMvcTester browser;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feeds", "/mail", "/mail/20261121-0001.eml", "/?state=held&after=ROT-2026-000001"})
    void aPageIsOpenToWhoeverHasTheRole(String address) {
        assertThat(get(address)).hasStatusOk().hasBodyTextEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feeds", "/mail/1", "/nothing", "/actuator/env", "/password"})
    void whoeverIsNotSignedInIsSentToSignInWhateverWasAskedFor(String address) {
        assertThat(browser.get().uri(address)).hasStatus(302).hasRedirectedUrl("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/counts", "/hub/count", "/mash/count"})
    void anOpenPageWhoseSessionIsGoneIsToldSoAndAsksNoMore(String address) {
        assertThat(browser.get().uri(address).header("HX-Request", "true"))
                .hasStatus(286)
                .bodyText()
                .contains("You have been signed out.", "href=\"/login?ended\"");
        assertThat(browser.get().uri(address)).hasStatus(302).hasRedirectedUrl("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "stepbridge.borough.example"})
    void itAnswersToItsOwnNames(String host) {
        assertThat(browser.get().uri("/stepbridge.css").with(askedAs(host))).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebound.example", "localhost.rebound.example", "10.0.0.1", "borough.example"})
    void aPageThatRebindsItsNameToUsGetsNothing(String host) {
        MvcTestResult answer = browser.get().uri("/").with(askedAs(host)).exchange();
        assertThat(answer).hasStatus(403);
        assertThat(answer).bodyText().contains("stepbridge.web.hosts").doesNotContain(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/requests",
                "/mail/one/two",
                "/feeds/",
                "/error",
                "/templates/layout.html",
                "/application.yaml",
                "/webjars/govuk-frontend/5.14.0/dist/govuk/assets/fonts/light-94a07e06a1-v2.woff2",
                "/webjars/htmx.org/2.0.10/dist/htmx.js",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/health/db"
            })
    void whatNoRuleNamesIsNotThere(String address) {
        assertThat(get(address)).hasStatus(404).bodyText().isEmpty();
    }

    @Test
    void healthIsOpenToEverybodyButOnlyWhetherItRuns() {
        assertThat(browser.get().uri("/actuator/health")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void nothingCanBeChanged(String method) {
        for (String page : new String[] {"/", "/feeds", "/mail/1"}) {
            assertThat(browser.method(HttpMethod.valueOf(method))
                            .uri(page)
                            .with(csrf())
                            .with(everybody()))
                    .hasStatus(403);
        }
    }

    @Test
    void aFormFromAnotherSiteIsRefusedBeforeAnythingElse() {
        assertThat(browser.post().uri("/password").with(everybody())).hasStatus(403);
        assertThat(browser.post().uri("/logout").with(everybody())).hasStatus(403);
    }

    @Test
    void aFormSentAfterItsSessionEndedLeadsToTheSignInPageWhichSaysSo() {
        assertThat(browser.post().uri("/password")).hasRedirectedUrl("/login?ended");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatHoldABrowserBack() {
        for (String page : new String[] {"/", "/feeds", "/mail", "/mail/1", "/nothing", "/api/v1/nothing"}) {
            assertThat(get(page))
                    .hasHeader("Content-Security-Policy", AccessConfiguration.CONTENT_POLICY)
                    .hasHeader("X-Content-Type-Options", "nosniff")
                    .hasHeader("X-Frame-Options", "DENY")
                    .hasHeader("Referrer-Policy", "no-referrer")
                    .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                    .hasHeader("Cross-Origin-Resource-Policy", "same-origin")
                    .headers()
                    .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        }
    }

    @Test
    void onTlsABrowserIsToldToComeByTlsOnly() {
        assertThat(browser.get().uri("/login").secure(true))
                .headers()
                .hasValue("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        assertThat(browser.get().uri("/login")).headers().doesNotContainHeader("Strict-Transport-Security");
    }

    @Test
    void aMistypedAddressStartsNoSession() {
        MvcTestResult answer = browser.get().uri("/nothing").exchange();
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getCookies()).isEmpty();
    }

    private MvcTestResult get(String address) {
        return browser.get().uri(address).with(everybody()).exchange();
    }

    private static RequestPostProcessor everybody() {
        return user("somebody").authorities(Somebody.OF_EVERY_ROLE);
    }

    private static RequestPostProcessor askedAs(String host) {
        return request -> {
            request.setServerName(host);
            return request;
        };
    }
}
