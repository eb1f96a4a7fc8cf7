package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.stepbridge.model.Authority;

class MailboxSettingsTest {

    @Test
    void withoutSettingsNoMailboxIsRead() {
        assertThat(bound(Map.of())).isEqualTo(new MailboxSettings(Map.of()));
    }

    @Test
    void aMailboxIsReadEncryptedUnlessItIsOnThisMachine() {
        MailboxSettings settings = bound(mailbox(Map.of()));

        assertThat(settings.mailboxes().get("shire"))
                .isEqualTo(new MailboxSettings.Mailbox(
                        "imap.shire.example",
                        993,
                        "stepbridge",
                        "secret",
                        true,
                        "INBOX",
                        "Stepbridge",
                        Duration.ofSeconds(30)));
        assertThat(settings.read(new Authority("shire"))).isTrue();
        assertThat(settings.read(new Authority("borough"))).isFalse();
        assertThat(settings.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> bound(mailbox(Map.of("encrypted", "false"))))
                .hasStackTraceContaining("only a mailbox on this machine");
        assertThat(bound(mailbox(Map.of("encrypted", "false", "host", "localhost")))
                        .mailboxes())
                .hasSize(1);
    }

    @Test
    void mailIsNotMovedToWhereItIsReadFrom() {
        assertThatThrownBy(() -> bound(mailbox(Map.of("read", "INBOX")))).hasStackTraceContaining("another folder");
    }

    private static Map<String, String> mailbox(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>();
        String shire = "stepbridge.mailboxes.shire.";
        all.put(shire + "host", "imap.shire.example");
        all.put(shire + "user", "stepbridge");
        all.put(shire + "password", "secret");
        changes.forEach((name, value) -> all.put(shire + name, value));
        return all;
    }

    private static MailboxSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("stepbridge", Bindable.of(MailboxSettings.class));
    }
}
