package org.stepbridge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.casework.Role;
import org.stepbridge.testing.FakeLogins;

/** Signing in with name and password, as the forms send them. */
@SpringBootTest(
        classes = GuardedApp.class,
        properties = {"stepbridge.web.hosts=Stepbridge.Borough.example", "management.endpoints.web.exposure.include=*"})
@AutoConfigureMockMvc
class LoginsTest {
    private static final String OWN = "rather plain sailing";

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
    void whoeverSignsInComesToThePageAskedForUnderANewSessionId() {
        MockHttpSession session = new MockHttpSession();
        String before = session.getId();
        assertThat(browser.get().uri("/feeds").session(session)).hasRedirectedUrl("/login");

        MvcTestResult answer = signIn("it", FakeLogins.PASSWORD, session);

        assertThat(answer.getResponse().getRedirectedUrl()).startsWith("http://localhost/feeds");
        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(browser.get().uri("/feeds").session(session)).hasStatusOk();
        assertThat(logins.happened).containsExactly("signed in it");
    }

    @Test
    void aCapitalLetterInTheNameKeepsNobodyOut() {
        assertThat(signIn(" Business-Support ", FakeLogins.PASSWORD, new MockHttpSession()))
                .hasRedirectedUrl("/");
    }

    @ParameterizedTest
    @CsvSource({"it,wrong", "nobody,three plain words", "it,''"})
    void nameAndPasswordMustBothBeRight(String name, String password) {
        MockHttpSession session = new MockHttpSession();
        assertThat(signIn(name, password, session)).hasRedirectedUrl("/login?wrong");
        assertThat(browser.get().uri("/feeds").session(session)).hasRedirectedUrl("/login");
    }

    @Test
    void fiveWrongPasswordsInARowLockTheLoginEvenForTheRightOne() {
        for (int i = 0; i < 5; i++) {
            signIn("it", "wrong", new MockHttpSession());
        }
        assertThat(signIn("it", FakeLogins.PASSWORD, new MockHttpSession())).hasRedirectedUrl("/login?wrong");
        assertThat(signIn("manager", FakeLogins.PASSWORD, new MockHttpSession()))
                .hasRedirectedUrl("/");
    }

    @Test
    void aRightPasswordMakesTheWrongOnesBeforeForgotten() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                signIn("it", "wrong", new MockHttpSession());
            }
            assertThat(signIn("it", FakeLogins.PASSWORD, new MockHttpSession())).hasRedirectedUrl("/");
        }
    }

    @Test
    void whoeverComesInByAOneTimePasswordMustChooseAnotherBeforeAnythingElse() {
        logins.put("new", true, Set.of(Role.IT), Set.of("*"));
        MockHttpSession session = new MockHttpSession();
        signIn("new", FakeLogins.PASSWORD, session);
        for (String page : new String[] {"/", "/feeds", "/nothing"}) {
            assertThat(browser.get().uri(page).session(session)).hasRedirectedUrl("/password");
        }
        String before = session.getId();

        assertThat(choose(FakeLogins.PASSWORD, OWN, session)).hasRedirectedUrl("/");

        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(browser.get().uri("/feeds").session(session)).hasStatusOk();
        assertThat(signIn("new", FakeLogins.PASSWORD, new MockHttpSession())).hasRedirectedUrl("/login?wrong");
        assertThat(signIn("new", OWN, new MockHttpSession())).hasRedirectedUrl("/");
        assertThat(encoder.upgradeEncoding(logins.find("new").orElseThrow().hash()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "three plain words, short",
        "three plain words, three plain words",
        "three plain words, aaaaaaaaaaaaaa",
        "three plain words, the-manager-is-me",
        "three plain words, 1234567890123456789012345678901234567890123456789012345678901234567890123",
        "wrong, rather plain sailing"
    })
    void aPasswordThatIsEasyToGuessOrNotOnesOwnToChangeIsNotTaken(String current, String chosen) {
        MockHttpSession session = new MockHttpSession();
        signIn("manager", FakeLogins.PASSWORD, session);

        MvcTestResult answer = choose(current, chosen, session);

        assertThat(answer).hasStatusOk();
        assertThat(answer.getMvcResult().getModelAndView().getModel()).containsKey("problem");
        assertThat(signIn("manager", FakeLogins.PASSWORD, new MockHttpSession()))
                .hasRedirectedUrl("/");
    }

    @Test
    void whoeverSignsOutIsOut() {
        MockHttpSession session = new MockHttpSession();
        signIn("it", FakeLogins.PASSWORD, session);

        assertThat(browser.post().uri("/logout").with(csrf()).session(session)).hasRedirectedUrl("/login?left");

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void theFirstStartMakesALoginForEachRoleAndPrintsItsPasswordOnce() {
        logins.clear();
        for (Role role : Role.values()) {
            logins.put(role.label(), true, Set.of(role), Set.of("*"));
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        FirstLogins first = new FirstLogins(logins, encoder, new PrintStream(printed, true, StandardCharsets.UTF_8));

        first.make();

        String words = printed.toString(StandardCharsets.UTF_8);
        for (Role role : Role.values()) {
            String password = words.replaceAll("(?s).*\n  " + role.label() + " +(\\S+)\n.*", "$1");
            assertThat(password).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
            assertThat(signIn(role.label(), password, new MockHttpSession())).hasRedirectedUrl("/");
        }
        printed.reset();
        logins.put("manager", false, Set.of(Role.MANAGER), Set.of("*"));
        first.make();
        assertThat(printed.size()).isZero();
    }

    private MvcTestResult signIn(String name, String password, HttpSession session) {
        return browser.post()
                .uri("/login")
                .with(csrf())
                .session((MockHttpSession) session)
                .param("username", name)
                .param("password", password)
                .exchange();
    }

    private MvcTestResult choose(String current, String chosen, MockHttpSession session) {
        return browser.post()
                .uri("/password")
                .with(csrf())
                .session(session)
                .param("current", current)
                .param("chosen", chosen)
                .exchange();
    }
}
