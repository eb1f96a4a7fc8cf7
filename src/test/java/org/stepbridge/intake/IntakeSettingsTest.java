package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class IntakeSettingsTest {
    private static final DataSize LARGEST = DataSize.ofGigabytes(4);

    @Test
    void without_any_setting_files_settle_for_a_second_and_unended_ones_for_ten() {
        assertThat(bind(Map.of()))
                .isEqualTo(new IntakeSettings(Duration.ofSeconds(1), Duration.ofSeconds(10), LARGEST));
    }

    @Test
    void all_can_be_set() {
        assertThat(bind(Map.of(
                        "stepbridge.intake.settle", "200ms",
                        "stepbridge.intake.settle-unended", "1s",
                        "stepbridge.intake.largest", "100B")))
                .isEqualTo(new IntakeSettings(Duration.ofMillis(200), Duration.ofSeconds(1), DataSize.ofBytes(100)));
    }

    @Test
    void a_negative_time_is_refused() {
        assertThatThrownBy(() -> new IntakeSettings(Duration.ofSeconds(-1), Duration.ZERO, LARGEST))
                .hasMessageContaining("stepbridge.intake");
    }

    @Test
    void a_limit_that_no_file_keeps_is_refused() {
        assertThatThrownBy(() -> new IntakeSettings(Duration.ZERO, Duration.ZERO, DataSize.ofBytes(0)))
                .hasMessageContaining("stepbridge.intake.largest");
    }

    private static IntakeSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("stepbridge.intake", IntakeSettings.class);
    }
}
