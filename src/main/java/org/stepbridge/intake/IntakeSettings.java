package org.stepbridge.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are taken in.
 *
 * @param settle how long a file must stand still before it is read
 * @param settleUnended how long when it does not end with a line break
 */
@ConfigurationProperties("stepbridge.intake")
record IntakeSettings(
        @DefaultValue("1s") Duration settle,
        @DefaultValue("10s") Duration settleUnended) {
    IntakeSettings {
        if (settle.isNegative() || settleUnended.isNegative()) {
            throw new IllegalArgumentException("stepbridge.intake: a time to settle is not negative");
        }
    }
}
