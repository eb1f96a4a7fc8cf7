package org.stepbridge.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are taken in.
 *
 * @param settle how long a file must stand still before it is read
 * @param settleUnended how long when it does not end with a line break
 * @param largest how large a file may be: each is read row by row and takes no more memory for its size, but what is far
 *     larger than any export is a mistake, and would keep the real ones waiting
 */
@ConfigurationProperties("stepbridge.intake")
record IntakeSettings(
        @DefaultValue("1s") Duration settle,
        @DefaultValue("10s") Duration settleUnended,
        @DefaultValue("4GB") DataSize largest) {
    IntakeSettings {
        if (settle.isNegative() || settleUnended.isNegative()) {
            throw new IllegalArgumentException("stepbridge.intake: a time to settle is not negative");
        }
        if (largest.toBytes() <= 0) {
            throw new IllegalArgumentException("stepbridge.intake.largest: a file has at least one byte");
        }
    }
}
