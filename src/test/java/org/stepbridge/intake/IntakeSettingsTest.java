package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IntakeSettingsTest {
    @Test
    void without_any_setting_files_settle_for_a_second_and_unended_ones_for_ten() {
        assertThat(bind(Map.of())).isEqualTo(new IntakeSettings(Duration.ofSeconds(1), Duration.ofSeconds(10)));
    }

    @Test
    void both_can_be_set() {
        assertThat(bind(Map.of("stepbridge.intake.settle", "200ms", "stepbridge.intake.settle-unended", "1s")))
                .isEqualTo(new IntakeSettings(Duration.ofMillis(200), Duration.ofSeconds(1)));
    }

    @Test
    void a_negative_time_is_refused() {
        assertThatThrownBy(() -> new IntakeSettings(Duration.ofSeconds(-1), Duration.ZERO))
                .hasMessageContaining("stepbridge.intake");
    }

    private static IntakeSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("stepbridge.intake", IntakeSettings.class);
    }
}
