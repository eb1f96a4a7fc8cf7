package org.stepbridge.operations.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.RunMode;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StepbridgeProperties.class)
class SettingsConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SettingsConfiguration.class);

    @Bean
    Mode mode(StepbridgeProperties properties, Environment settings) {
        Mode mode = new Mode(
                properties.mode() == StepbridgeProperties.Kind.LIVE, !SettingNames.isSet(settings, SettingNames.MAIL));
        log.info("Mode: {}.", mode.getSentence());
        return mode;
    }

    @Bean
    RunMode runMode(Mode mode) {
        return new RunMode(mode.live(), mode.mailCaught());
    }

    @Bean
    Home home(StepbridgeProperties properties) {
        return new Home(properties.home());
    }

    /** Health says what the pages say. */
    @Bean
    HealthIndicator modeHealthIndicator(Mode mode) {
        return () -> Health.up().withDetail("mode", mode.getSentence()).build();
    }
}
