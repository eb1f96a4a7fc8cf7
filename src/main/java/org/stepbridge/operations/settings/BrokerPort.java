package org.stepbridge.operations.settings;

import org.jspecify.annotations.Nullable;

/**
 * The loopback port on which the embedded broker also listens, for core and AMQP clients.
 *
 * @param port 1 to 65535, or null for none
 * @param user who may connect there; needed with a port
 * @param password needed with a port
 */
public record BrokerPort(
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String password) {

    public BrokerPort {
        if (port != null && (port < 1 || port > 65535)) {
            throw new IllegalArgumentException("stepbridge.broker.port must be from 1 to 65535");
        }
        if (port != null && (isBlank(user) || isBlank(password))) {
            throw new IllegalArgumentException(
                    "stepbridge.broker.port also needs stepbridge.broker.user and stepbridge.broker.password");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "BrokerPort[" + port + "]";
    }
}
