package org.stepbridge.operations.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

class StepbridgePropertiesTest {

    @Test
    void nothingNeedsToBeSetOnOneMachine() {
        StepbridgeProperties defaults = bind(Map.of());

        assertThat(defaults.home()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(defaults.mappings()).isEqualTo(Path.of("mappings").toAbsolutePath());
        assertThat(defaults.authorities()).containsExactly("rotherham");
        assertThat(defaults.mode()).isEqualTo(StepbridgeProperties.Kind.TRIAL);
        assertThat(defaults.broker().port()).isNull();
        assertThat(defaults.mailCatcher().port()).isZero();
    }

    @Test
    void everySettingHasTheNameOfTheContract() {
        StepbridgeProperties set = bind(Map.of(
                "stepbridge.home", "/srv/stepbridge",
                "stepbridge.mappings", "/srv/packs",
                "stepbridge.authorities", "testshire,elsewhere",
                "stepbridge.mode", "live",
                "stepbridge.broker.port", "61616",
                "stepbridge.broker.user", "hub",
                "stepbridge.broker.password", "secret",
                "stepbridge.mail-catcher.port", "2525"));

        assertThat(set.home()).isEqualTo(Path.of("/srv/stepbridge"));
        assertThat(set.mappings()).isEqualTo(Path.of("/srv/packs"));
        assertThat(set.authorities()).containsExactly("testshire", "elsewhere");
        assertThat(set.mode()).isEqualTo(StepbridgeProperties.Kind.LIVE);
        assertThat(set.broker()).isEqualTo(new BrokerPort(61616, "hub", "secret"));
        assertThat(set.mailCatcher().port()).isEqualTo(2525);
        assertThat(set.toString()).doesNotContain("secret");
    }

    @Test
    void aBrokerPortWithoutPasswordIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("stepbridge.broker.port", "61616")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("stepbridge.broker.user and stepbridge.broker.password");
    }

    @Test
    void anImpossiblePortIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("stepbridge.mail-catcher.port", "70000")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("stepbridge.mail-catcher.port");
    }

    @Test
    void noAuthorityIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("stepbridge.authorities", "")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("stepbridge.authorities");
    }

    @Test
    void anUnknownModeIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("stepbridge.mode", "liv"))).isInstanceOf(BindException.class);
    }

    /** These settings over those that the program is delivered with. */
    private static StepbridgeProperties bind(Map<String, String> settings) {
        YamlPropertiesFactoryBean delivered = new YamlPropertiesFactoryBean();
        delivered.setResources(new ClassPathResource("application.yaml"));
        return new Binder(
                        new MapConfigurationPropertySource(settings),
                        new MapConfigurationPropertySource(Objects.requireNonNull(delivered.getObject())))
                .bindOrCreate("stepbridge", StepbridgeProperties.class);
    }
}
