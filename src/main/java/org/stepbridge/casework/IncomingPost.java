package org.stepbridge.casework;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Reference;

/** Where everything that comes back is kept. Every call is one transaction. */
public interface IncomingPost {

    /** The delivery that a mail is about: by its Message-ID, else the email to MASH about the one request it names. */
    Optional<Sent> sent(Authority authority, Incoming.About about);

    /** What this party is recorded to have said last about this request, if it said anything. */
    Optional<Action.Said> said(Authority authority, Reference reference, Action.Party party);

    /**
     * Files a message and does what follows: a bounce fails its delivery and, for a step-up, asks a person to phone at
     * once; a reply acknowledges its delivery and asks a person to read it; a receipt settles an uncertain delivery.
     *
     * @param about what it is about; null when nobody can tell
     * @param problem what is wrong with it, or what a person must know, without personal data
     * @return whether it was new; the same message again changes nothing
     */
    boolean file(Incoming incoming, @Nullable Sent about, Kind kind, String problem);

    /** What nobody could match or read and nobody has settled, oldest first, without its text. */
    List<Line> unsettled(List<Authority> authorities, int most);

    /** What came back about this request, whatever it was, oldest first and without its text. */
    List<Line> about(List<Authority> authorities, Reference reference);

    /** One message with its text, if it is theirs. That this actor has read it is audited. */
    Optional<Opened> open(List<Authority> authorities, long id, String actor);

    /** Somebody has dealt with it. @return whether it was still to be dealt with */
    boolean settle(List<Authority> authorities, long id, String actor, String reason);

    /**
     * Something of ours that a message is about.
     *
     * @param byMessageId whether the message named it by its Message-ID, which only its recipients know
     */
    record Sent(UUID delivery, Channel channel, Reference reference, boolean byMessageId) {}

    /** A message in a list. */
    record Line(long id, Authority authority, Incoming.Source source, Kind kind, Instant receivedAt, String problem) {}

    /**
     * A message with its text.
     *
     * @param unsettled whether somebody must still deal with it
     */
    record Opened(Line line, boolean unsettled, String text) {
        @Override
        public String toString() {
            return "Opened[" + line + "]";
        }
    }

    /** What a message turned out to be. */
    enum Kind {
        /** An outcome, which was recorded. */
        OUTCOME,
        /** An outcome that was recorded before. */
        REPEAT,
        /** A reply that a person must read. */
        REPLY,
        /** A mail of ours did not arrive. */
        BOUNCE,
        /** A mail of ours is late. */
        DELAY,
        /** A mail of ours is in its mailbox. */
        RECEIPT,
        /** A program's answer, which needs nobody. */
        AUTOMATIC,
        /** Nobody can tell what it is about: a person must. */
        UNMATCHED,
        /** It cannot be read or cannot be so: a person must look into it. */
        INVALID;

        /** The name in the database and on pages. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
