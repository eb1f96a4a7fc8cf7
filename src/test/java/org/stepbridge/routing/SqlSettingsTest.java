package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SqlSettingsTest {
    @Test
    void without_settings_no_database_is_known() {
        SqlSettings settings = bind(Map.of());

        assertThat(settings.sources()).isEmpty();
        assertThat(settings.poll()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.overlap()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void a_database_is_found_by_its_name_and_shows_no_secret() {
        SqlSettings settings = bind(Map.of(
                "stepbridge.sql.poll", "1h",
                "stepbridge.sql.sources.hdm.url", "jdbc:sqlserver://db;databaseName=HDM;password=hush",
                "stepbridge.sql.sources.hdm.username", "reader",
                "stepbridge.sql.sources.hdm.password", "hush too"));

        assertThat(settings.sources().get("hdm").username()).isEqualTo("reader");
        assertThat(settings.toString()).doesNotContain("hush", "reader");
    }

    @Test
    void what_is_no_address_and_a_time_that_is_none_are_refused_at_start() {
        assertThatThrownBy(() -> bind(Map.of("stepbridge.sql.sources.hdm.url", "sqlserver://db")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageStartingWith("stepbridge.sql.sources: a url starts with jdbc:");
        assertThatThrownBy(() -> bind(Map.of("stepbridge.sql.poll", "0s"))).isInstanceOf(BindException.class);
        assertThatThrownBy(() -> bind(Map.of("stepbridge.sql.overlap", "-1s"))).isInstanceOf(BindException.class);
    }

    private static SqlSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("stepbridge.sql", SqlSettings.class);
    }
}
