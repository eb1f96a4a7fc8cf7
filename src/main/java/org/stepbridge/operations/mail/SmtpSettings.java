package org.stepbridge.operations.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where and how mail is handed over.
 *
 * @param host the relay, or loopback for the catcher
 * @param port its SMTP port
 * @param username null where the relay asks for none
 * @param password null where the relay asks for none
 * @param properties Jakarta Mail session properties, complete: encryption and time limits included
 * @param catcher whether this is the embedded catcher, from which mail reaches nobody
 */
public record SmtpSettings(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        Map<String, String> properties,
        boolean catcher) {

    public SmtpSettings {
        properties = Map.copyOf(properties);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + (catcher ? ", catcher]" : "]");
    }
}
