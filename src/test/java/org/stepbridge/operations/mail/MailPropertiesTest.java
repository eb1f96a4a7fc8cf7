package org.stepbridge.operations.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.stepbridge.operations.settings.SettingNames;

class MailPropertiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"smtp.borough.example", "127.0.0.1.borough.example", "10.0.0.1", "localhost.borough.example"})
    void anotherMachinesRelayMustEncryptAndProveItsName(String host) {
        Map<String, String> properties = relay(host, Map.of()).properties();

        assertThat(properties)
                .containsEntry("mail.smtp.starttls.enable", "true")
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]", "LOCALHOST"})
    void thisMachinesRelayNeedNotEncrypt(String host) {
        assertThat(relay(host, Map.of()).properties()).containsEntry("mail.smtp.starttls.required", "false");
    }

    @Test
    void aPropertyThatIsSetWins() {
        SmtpSettings smtp = relay("smtp.borough.example", Map.of("mail.smtp.starttls.required", "false"));

        assertThat(smtp.properties()).containsEntry("mail.smtp.starttls.required", "false");
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUpOn() {
        assertThat(relay("smtp.borough.example", Map.of()).properties())
                .containsEntry("mail.smtp.connectiontimeout", "10000")
                .containsEntry("mail.smtp.timeout", "60000")
                .containsEntry("mail.smtp.writetimeout", "60000");
    }

    @Test
    void signsInOnlyWithAUser() {
        assertThat(relay("smtp.borough.example", Map.of()).properties()).containsEntry("mail.smtp.auth", "false");

        SmtpSettings signedIn = new MailProperties("smtp.borough.example", 587, "user", "secret", Map.of())
                .toRelay("smtp.borough.example");

        assertThat(signedIn.properties())
                .containsEntry("mail.smtp.auth", "true")
                .containsEntry("mail.smtp.port", "587");
        assertThat(signedIn.username()).isEqualTo("user");
        assertThat(signedIn.toString()).doesNotContain("secret");
    }

    @Test
    void theCatcherIsToldNoPassword() {
        SmtpSettings smtp = new MailProperties(null, null, "user", "secret", Map.of()).toCatcher(2525);

        assertThat(smtp.catcher()).isTrue();
        assertThat(smtp.password()).isNull();
        assertThat(smtp.port()).isEqualTo(2525);
    }

    @Test
    void environmentVariablesReachEverySetting() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "SPRING_MAIL_HOST", "smtp.borough.example",
                                "SPRING_MAIL_PORT", "1025",
                                "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "false")));

        MailProperties bound = Binder.get(environment).bindOrCreate("spring.mail", MailProperties.class);

        assertThat(bound.host()).isEqualTo("smtp.borough.example");
        assertThat(bound.port()).isEqualTo(1025);
        assertThat(bound.toRelay("smtp.borough.example").properties())
                .containsEntry("mail.smtp.starttls.required", "false")
                .containsEntry("mail.smtp.starttls.enable", "true");
        assertThat(SettingNames.isSet(environment, SettingNames.MAIL)).isTrue();
    }

    private static SmtpSettings relay(String host, Map<String, String> properties) {
        return new MailProperties(host, null, null, null, properties).toRelay(host);
    }
}
