package org.stepbridge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.access.LoginsPage.Told;
import org.stepbridge.casework.KeptLogins;
import org.stepbridge.casework.KeptLogins.GivePassword;
import org.stepbridge.casework.KeptLogins.Grant;
import org.stepbridge.casework.KeptLogins.Make;
import org.stepbridge.casework.Role;
import org.stepbridge.casework.Viewer;
import org.stepbridge.testing.FakeLogins;
import org.stepbridge.testing.Somebody;

/** What the IT team asks for on the page of logins, and what becomes of sessions. */
@SpringBootTest(
        classes = GuardedApp.class,
        properties = {"stepbridge.web.hosts=Stepbridge.Borough.example", "management.endpoints.web.exposure.include=*"})
@AutoConfigureMockMvc
class LoginsPageTest {
    private static final UUID KEY = new UUID(1, 2);

    @Autowired
    MockMvcTester browser;

    @Autowired
    FakeLogins logins;

    @Autowired
    PasswordEncoder encoder;

    @BeforeEach
    void begin() {
        logins.clear();
    }

    @Test
    void aNewLoginGetsAOneTimePasswordThatIsToldOnce() {
        MvcTestResult answer = post(
                "/logins",
                "name",
                " Lena.S ",
                "roles",
                "hub",
                "roles",
                "mash",
                "authorities",
                "york",
                "reason",
                "Starts today");
        Make made = (Make) logins.changes.get(0).what();
        assertThat(made.name()).isEqualTo("lena.s");
        assertThat(made.roles()).isEqualTo(EnumSet.of(Role.HUB, Role.MASH));
        assertThat(made.authorities()).containsExactly("york");
        assertThat(encoder.matches(told(answer).password(), made.hash())).isTrue();
        assertThat(logins.changes.get(0).reason()).isEqualTo("Starts today");
        assertThat(logins.changes.get(0).key()).isEqualTo(KEY);
    }

    @Test
    void aPasswordIsNotToldWhenNothingWasDone() {
        for (KeptLogins.Result result : new KeptLogins.Result[] {
            new KeptLogins.DoneBefore(), new KeptLogins.Changed(), new KeptLogins.Impossible("No.")
        }) {
            logins.answer = result;
            assertThat(told(post("/logins/1/give-password", "reason", "Lost")).password())
                    .isEmpty();
        }
        logins.answer = new KeptLogins.Done(1);
        MvcTestResult answer = post("/logins/1/give-password", "reason", "Lost");
        assertThat(encoder.matches(
                        told(answer).password(),
                        ((GivePassword) logins.changes.get(3).what()).hash()))
                .isTrue();
    }

    @Test
    void whatNobodyCanBeIsNotAskedFor() {
        assertThat(told(post("/logins", "name", "Lena Smith", "roles", "hub", "authorities", "york"))
                        .done())
                .isFalse();
        assertThat(told(post("/logins", "name", "lena", "authorities", "york")).text())
                .contains("one role");
        assertThat(told(post("/logins/1/grant", "roles", "hub")).text()).contains("one authority");
        assertThat(logins.changes).isEmpty();
        post("/logins/1/grant", "roles", "hub", "authorities", "york", "seen", "4");
        assertThat(logins.changes.get(0).what()).isEqualTo(new Grant(Set.of(Role.HUB), Set.of("york")));
        assertThat(logins.changes.get(0).seen()).isEqualTo(4);
    }

    @Test
    void loginsOfOthersAuthoritiesAreNotThere() {
        logins.put("neighbour", false, Set.of(Role.IT), Set.of("derby"));
        long theirs = logins.all(new Viewer("x", Set.of(), Set.of("*")), 99).stream()
                .filter(kept -> kept.login().name().equals("neighbour"))
                .findFirst()
                .orElseThrow()
                .id();
        MvcTestResult answer = browser.post()
                .uri("/logins/" + theirs + "/disable")
                .with(csrf())
                .with(user("it-york").authorities(Somebody.of("york", Role.IT)))
                .param("key", KEY.toString())
                .param("seen", "0")
                .exchange();
        assertThat(answer).hasStatus(404);
        assertThat(logins.changes).isEmpty();
    }

    @Test
    void whoeverIsSignedInByALoginThatChangesIsSignedOutAtTheNextPage() {
        Map<String, Runnable> changes = Map.of(
                "other roles", () -> logins.put("it", false, Set.of(Role.HUB), Set.of("*")),
                "other authorities", () -> logins.put("it", false, Set.of(Role.IT), Set.of("york")),
                "a one-time password", () -> logins.put("it", true, Set.of(Role.IT), Set.of("*")),
                "disabled", () -> logins.disable("it"));
        changes.forEach((what, change) -> {
            logins.clear();
            MockHttpSession session = signedIn();
            assertThat(browser.get().uri("/feeds").session(session)).as(what).hasStatusOk();
            change.run();
            assertThat(browser.get().uri("/feeds").session(session)).as(what).hasRedirectedUrl("/login?ended");
            assertThat(session.isInvalid()).as(what).isTrue();
        });
    }

    @Test
    void nobodyGetsInByADisabledLogin() {
        logins.disable("it");
        assertThat(signIn(new MockHttpSession())).hasRedirectedUrl("/login?wrong");
    }

    private MockHttpSession signedIn() {
        MockHttpSession session = new MockHttpSession();
        assertThat(signIn(session)).hasRedirectedUrl("/");
        return session;
    }

    private MvcTestResult signIn(MockHttpSession session) {
        return browser.post()
                .uri("/login")
                .with(csrf())
                .session(session)
                .param("username", "it")
                .param("password", FakeLogins.PASSWORD)
                .exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = browser.post()
                .uri(address)
                .with(csrf())
                .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                .param("key", KEY.toString());
        if (!List.of(fields).contains("seen")) {
            request = request.param("seen", "0");
        }
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static Told told(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return (Told) answer.getMvcResult().getFlashMap().get("told");
    }
}
