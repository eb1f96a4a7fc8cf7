package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliverySettingsTest {

    @Test
    void withoutSettingsTheDefaultsHold() {
        assertThat(bound(Map.of()))
                .isEqualTo(new DeliverySettings(Duration.ofMinutes(10), 4, 500, 40, 16, 4, Map.of()));
    }

    @Test
    void everySettingIsReadByItsName() {
        assertThat(bound(Map.of(
                        "stepbridge.delivery.lease", "2m",
                        "stepbridge.delivery.files", "1",
                        "stepbridge.delivery.messages", "2",
                        "stepbridge.delivery.referrals", "3",
                        "stepbridge.delivery.notices", "5",
                        "stepbridge.delivery.connections", "6",
                        "stepbridge.delivery.per-minute.mash-email", "7")))
                .isEqualTo(new DeliverySettings(Duration.ofMinutes(2), 1, 2, 3, 5, 6, Map.of("mash-email", 7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "files",
                "messages",
                "referrals",
                "notices",
                "connections",
                "lease",
                "per-minute.hub",
                "per-minute.nonsense"
            })
    void nothingCanBeSetToNothing(String name) {
        assertThatThrownBy(() -> bound(Map.of("stepbridge.delivery." + name, "0")))
                .hasStackTraceContaining("stepbridge.delivery");
    }

    private static DeliverySettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("stepbridge.delivery", Bindable.of(DeliverySettings.class));
    }
}
