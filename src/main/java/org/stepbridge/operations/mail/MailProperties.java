package org.stepbridge.operations.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The council's SMTP relay, by the names that Spring's own mail support uses.
 *
 * @param host the relay, or null for the embedded catcher
 * @param port null for the protocol's own, 25
 * @param username who signs in, or null
 * @param password of that user, or null
 * @param properties Jakarta Mail session properties; each wins over what the program would choose
 */
@ConfigurationProperties("spring.mail")
record MailProperties(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue Map<String, String> properties) {
    private static final int SMTP = 25;

    /** The relay's settings: encrypted and its certificate checked, unless it is on this machine. */
    SmtpSettings toRelay(String relay) {
        return settings(relay, port == null ? SMTP : port, false);
    }

    /** The catcher's settings. */
    SmtpSettings toCatcher(int catcherPort) {
        return settings("127.0.0.1", catcherPort, true);
    }

    private SmtpSettings settings(String relay, int relayPort, boolean catcher) {
        boolean signIn = !catcher && username != null && !username.isBlank();
        boolean encrypt = !isLoopback(relay);
        Map<String, String> all = new HashMap<>();
        all.put("mail.transport.protocol", "smtp");
        all.put("mail.smtp.connectiontimeout", "10000");
        all.put("mail.smtp.timeout", "60000");
        all.put("mail.smtp.writetimeout", "60000");
        all.put("mail.smtp.auth", Boolean.toString(signIn));
        all.put("mail.smtp.starttls.enable", Boolean.toString(encrypt));
        all.put("mail.smtp.starttls.required", Boolean.toString(encrypt));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.putAll(properties);
        all.put("mail.smtp.host", relay);
        all.put("mail.smtp.port", Integer.toString(relayPort));
        return new SmtpSettings(relay, relayPort, signIn ? username : null, signIn ? password : null, all, catcher);
    }

    /** By how it is written, asking no name server: what it answers must not switch encryption off. */
    private static boolean isLoopback(String relay) {
        String name = relay.strip().toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("::1")
                || name.equals("[::1]")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "MailProperties[" + host + "]";
    }
}
