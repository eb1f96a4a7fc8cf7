package org.stepbridge.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;

/** What came back about something that was sent, as it was read. Its text is personal data and is never logged. */
public sealed interface Incoming {

    /** The envelope. */
    Envelope envelope();

    /**
     * What every message has.
     *
     * @param key the same message always has the same
     * @param source the way it came
     * @param text the message as people may read it
     */
    record Envelope(UUID key, Authority authority, Source source, String text) {
        @Override
        public String toString() {
            return "Envelope[" + authority + " " + source.label() + " " + key + "]";
        }
    }

    /** A way in. */
    enum Source {
        /** The queue of the evidence based hub's replies. */
        HUB,
        /** The mailbox that our mail is sent from. */
        MAILBOX;

        /** The name in the database and on pages. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What nobody could read, with the reason, without personal data. */
    record Unreadable(Envelope envelope, String problem) implements Incoming {}

    /** What the hub decided about a request. */
    record HubReply(
            Envelope envelope,
            Reference reference,
            Action.Said said,
            String rationale,
            @Nullable LocalDate starts) implements Incoming {
        @Override
        public String toString() {
            return "HubReply[" + reference + " " + said + "]";
        }
    }

    /**
     * What a mail server says about a mail of ours (RFC 3464).
     *
     * @param about which mail
     * @param status the server's own code, such as 5.1.1; empty when it gave none
     */
    record StatusReport(Envelope envelope, About about, Event event, String status) implements Incoming {}

    /** What a status report tells. */
    enum Event {
        /** It will not arrive. */
        FAILED,
        /** It has not arrived yet. */
        DELAYED,
        /** It is in the mailbox. */
        DELIVERED,
        /** It went on to a server that reports nothing. */
        PASSED_ON,
        /** In words that only a person can read. */
        UNCLEAR
    }

    /**
     * A mail that somebody wrote, or a program for them.
     *
     * @param automatic whether a program wrote it (RFC 3834)
     * @param allowedSender whether its sender's address is in a domain that the pack allows
     * @param outcome the outcome where its first line says one in the agreed form
     */
    record Letter(Envelope envelope, About about, boolean automatic, boolean allowedSender, Optional<Stated> outcome)
            implements Incoming {
        @Override
        public String toString() {
            return "Letter[" + envelope + "]";
        }
    }

    /** An outcome in the agreed form. */
    record Stated(Action.Said said, String rationale) {
        @Override
        public String toString() {
            return "Stated[" + said + "]";
        }
    }

    /**
     * Which mail of ours a mail is about.
     *
     * @param deliveries those it answers, by Message-ID, the nearest first
     * @param references those that its subject names
     */
    record About(List<UUID> deliveries, List<Reference> references) {
        public About {
            deliveries = List.copyOf(deliveries);
            references = List.copyOf(references);
        }
    }
}
