package org.stepbridge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

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

@SpringBootTest(
        classes = GuardedApp.class,
        properties = {"stepbridge.web.hosts=Stepbridge.Borough.example", "management.endpoints.web.exposure.include=*"})
@AutoConfigureMockMvc
class GuardsTest {
    @Autowired
    MockMvcTester browser;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feeds", "/mail", "/mail/20261121-0001.eml", "/?state=held&after=ROT-2026-000001"})
    void aPageIsOpenAtTheMachineItself(String address) {
        assertThat(browser.get().uri(address)).hasStatusOk().hasBodyTextEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "0:0:0:0:0:0:0:1", "::1", "::ffff:127.0.0.1"})
    void everyLoopbackAddressIsTheMachineItself(String address) {
        assertThat(browser.get().uri("/").with(from(address))).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "172.17.0.1", "192.168.1.2", "203.0.113.9", "2001:db8::1", "::ffff:10.0.0.7"})
    void whoeverIsElsewhereIsRefusedInASentence(String address) {
        for (String page : new String[] {"/", "/feeds", "/stepbridge.css", "/actuator/health", "/nothing"}) {
            MvcTestResult answer = browser.get().uri(page).with(from(address)).exchange();
            assertThat(answer).hasStatus(403).hasContentTypeCompatibleWith("text/plain");
            assertThat(answer).bodyText().contains("no logins yet", "only on the machine it runs on");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"})
    void whateverAProxyPassesOnIsRefused(String header) {
        MvcTestResult answer =
                browser.get().uri("/").header(header, "127.0.0.1").exchange();
        assertThat(answer).hasStatus(403);
        assertThat(answer).bodyText().contains("answers no proxy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "stepbridge.borough.example"})
    void itAnswersToItsOwnNames(String host) {
        assertThat(browser.get().uri("/").with(askedAs(host))).hasStatusOk();
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
                "/api/v1/requests",
                "/requests/ROT-2026-000001",
                "/mail/one/two",
                "/feeds/",
                "/login",
                "/logout",
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
        assertThat(browser.get().uri(address)).hasStatus(404).bodyText().isEmpty();
    }

    @Test
    void onlyHealthAndPrometheusAreOpenToMachines() {
        assertThat(browser.get().uri("/actuator/health")).hasStatusOk();
        assertThat(browser.get().uri("/actuator/prometheus")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void nothingCanBeChanged(String method) {
        for (String page : new String[] {"/", "/feeds", "/mail/1"}) {
            assertThat(browser.method(HttpMethod.valueOf(method)).uri(page).with(csrf()))
                    .hasStatus(403);
        }
    }

    @Test
    void aFormFromAnotherSiteIsRefusedBeforeAnythingElse() {
        assertThat(browser.post().uri("/")).hasStatus(403);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatHoldABrowserBack() {
        for (String page : new String[] {"/", "/feeds", "/mail", "/mail/1", "/nothing"}) {
            assertThat(browser.get().uri(page))
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
    void lookingStartsNoSession() {
        for (String page : new String[] {"/", "/nothing"}) {
            MvcTestResult answer = browser.get().uri(page).exchange();
            assertThat(answer.getRequest().getSession(false)).isNull();
            assertThat(answer.getResponse().getCookies()).isEmpty();
        }
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static RequestPostProcessor askedAs(String host) {
        return request -> {
            request.setServerName(host);
            return request;
        };
    }
}
