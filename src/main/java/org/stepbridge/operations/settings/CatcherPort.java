package org.stepbridge.operations.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded mail catcher's loopback port.
 *
 * @param port 1 to 65535, or 0 for any free one
 */
public record CatcherPort(@DefaultValue("0") int port) {

    public CatcherPort {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("stepbridge.mail-catcher.port must be from 0 to 65535");
        }
    }
}
