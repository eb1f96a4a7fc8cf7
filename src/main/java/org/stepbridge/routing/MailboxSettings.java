package org.stepbridge.routing;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.stepbridge.casework.Mailboxes;
import org.stepbridge.model.Authority;

/**
 * The mailboxes that replies and status reports come to.
 *
 * @param mailboxes authority to the mailbox of the address that its mail is sent from
 */
@ConfigurationProperties("stepbridge")
record MailboxSettings(@DefaultValue Map<String, Mailbox> mailboxes) implements Mailboxes {
    MailboxSettings {
        mailboxes = Map.copyOf(mailboxes);
    }

    @Override
    public boolean read(Authority authority) {
        return mailboxes.containsKey(authority.name());
    }

    /**
     * One mailbox, read by IMAP.
     *
     * @param host the server
     * @param port its port
     * @param user who signs in
     * @param password of that user
     * @param encrypted by TLS from the first byte, the certificate checked; only a server on this machine may do without
     * @param folder the folder that is read
     * @param read the folder that mail is moved to once it is filed
     * @param poll how often the folder is looked at
     */
    record Mailbox(
            String host,
            @DefaultValue("993") int port,
            String user,
            String password,
            @DefaultValue("true") boolean encrypted,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("Stepbridge") String read,
            @DefaultValue("30s") Duration poll) {
        Mailbox {
            if (!encrypted && !host.matches("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")) {
                throw new IllegalArgumentException(
                        "stepbridge.mailboxes: only a mailbox on this machine may be read unencrypted");
            }
            if (folder.equals(read) || poll.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "stepbridge.mailboxes: read must name another folder than folder, and poll be longer than nothing");
            }
        }

        @Override
        public String toString() {
            return "Mailbox[" + host + ", masked]";
        }
    }
}
