package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SftpSettingsTest {
    @Test
    void without_settings_no_server_is_known() {
        SftpSettings settings = bind(Map.of());

        assertThat(settings.accounts()).isEmpty();
        assertThat(settings.knownHosts()).isNull();
        assertThat(settings.poll()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void an_account_is_found_by_its_host_and_shows_no_secret() {
        SftpSettings settings = bind(Map.of(
                "stepbridge.sftp.known-hosts", "/etc/stepbridge/known_hosts",
                "stepbridge.sftp.accounts[0].host", "sftp.borough.example",
                "stepbridge.sftp.accounts[0].user", "stepbridge",
                "stepbridge.sftp.accounts[0].password", "hush",
                "stepbridge.sftp.accounts[0].private-key", "/etc/stepbridge/id_rsa",
                "stepbridge.sftp.accounts[0].passphrase", "hush too"));

        assertThat(settings.account("SFTP.borough.example"))
                .hasValueSatisfying(
                        account -> assertThat(account.privateKey()).isEqualTo(Path.of("/etc/stepbridge/id_rsa")));
        assertThat(settings.account("other.example")).isEmpty();
        assertThat(settings.toString()).doesNotContain("hush", "id_rsa");
    }

    @Test
    void an_account_that_cannot_log_in_is_refused_at_start() {
        assertThatThrownBy(() -> bind(Map.of(
                        "stepbridge.sftp.accounts[0].host", "sftp.borough.example",
                        "stepbridge.sftp.accounts[0].user", "stepbridge")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessage(
                        "stepbridge.sftp.accounts: the account on sftp.borough.example needs a password or a private-key");
    }

    private static SftpSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("stepbridge.sftp", SftpSettings.class);
    }
}
