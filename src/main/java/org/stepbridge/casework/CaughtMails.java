package org.stepbridge.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mail that the embedded catcher took instead of a real server. It is there in a trial only. */
public interface CaughtMails {

    /** The latest mails, newest first. */
    List<MailLine> newest(int most);

    /**
     * A mail exactly as it was sent, headers and all: each byte as the character of that number (ISO 8859-1), so that
     * nothing is lost whatever its charset. Empty when there is none of that id.
     */
    Optional<String> source(String id);

    /**
     * A mail in a list, without personal data: subjects carry references only.
     *
     * @param id the catcher's own id: letters, digits, hyphens, dots and underscores
     * @param caughtAt when it was taken
     * @param recipients whom the sender named to the server
     * @param subject its subject, decoded
     */
    record MailLine(String id, Instant caughtAt, List<String> recipients, String subject) {
        public MailLine {
            recipients = List.copyOf(recipients);
        }
    }
}
