package org.stepbridge.operations.broker;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The outside broker, by the names that Spring's own Artemis support uses.
 *
 * @param brokerUrl for example {@code tcp://broker:61616}, or null for the embedded broker
 * @param user who connects
 * @param password of that user
 */
@ConfigurationProperties("spring.artemis")
record ArtemisProperties(
        @Nullable String brokerUrl,
        @Nullable String user,
        @Nullable String password) {

    /** Never the password. */
    @Override
    public String toString() {
        return "ArtemisProperties[" + brokerUrl + "]";
    }
}
