package org.stepbridge.operations.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ModeTest {
    private static final Map<String, Object> REAL_SERVERS = Map.of(
            "stepbridge.mode", "live",
            "spring.datasource.url", "jdbc:postgresql://db/stepbridge",
            "spring.mail.host", "smtp.borough.example");

    @Test
    void aTrialStartsWithNothingSet() {
        start(Map.of());
    }

    @Test
    void liveNamesEverythingThatIsMissingInOneLine() {
        assertThatThrownBy(() -> start(Map.of("stepbridge.mode", "live")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("spring.mail.host")
                .hasMessageContaining("spring.datasource.url")
                .hasMessageContaining("login")
                .hasMessageNotContaining("\n");
    }

    @Test
    void anEmptyValueIsNoValue() {
        assertThatThrownBy(() -> start(Map.of("stepbridge.mode", "live", "spring.mail.host", " ")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("spring.mail.host");
    }

    @Test
    void liveIsRefusedUntilItIsSaidHowPeopleLogIn() {
        assertThatThrownBy(() -> start(REAL_SERVERS))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("stepbridge.login.local=true")
                .hasMessageContaining("spring.security.oauth2.client.registration")
                .hasMessageNotContaining("spring.mail.host")
                .hasMessageNotContaining("spring.datasource.url");
    }

    @ParameterizedTest
    @CsvSource({"stepbridge.login.local, true", "spring.security.oauth2.client.registration.entra.client-id, stepbridge"
    })
    void liveStartsWithRealServersAndAWayToLogIn(String setting, String value) {
        Map<String, Object> settings = new HashMap<>(REAL_SERVERS);
        settings.put(setting, value);
        start(settings);
    }

    @Test
    void liveIsRefusedWhereLocalLoginsAreTurnedOffAndNothingElseIsSet() {
        Map<String, Object> settings = new HashMap<>(REAL_SERVERS);
        settings.put("stepbridge.login.local", "false");
        assertThatThrownBy(() -> start(settings)).isInstanceOf(StartRefused.class);
    }

    @Test
    void aTrialSaysWhetherMailReachesAnybody() {
        assertThat(new Mode(false, true).getSentence()).isEqualTo("trial, mail reaches nobody");
        assertThat(new Mode(false, false).getSentence()).isEqualTo("trial");
        assertThat(new Mode(true, false).getSentence()).isEqualTo("live");
    }

    @Test
    void healthSaysTheMode() {
        Health health = new SettingsConfiguration()
                .modeHealthIndicator(new Mode(false, true))
                .health();

        assertThat(health.getDetails()).containsEntry("mode", "trial, mail reaches nobody");
    }

    @Test
    void aRefusalIsPrintedAsOneLine() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new OneLineReporter(new PrintStream(printed, true, StandardCharsets.UTF_8))
                .report(new FailureAnalysis("first\n\n  second", "do this", null));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("Stepbridge does not start: first second do this" + System.lineSeparator());
    }

    private static void start(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new ModeGuard().initialize(context);
        }
    }
}
