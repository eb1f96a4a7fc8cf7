package org.stepbridge.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a request stands. The names are those of the outer contract, in capitals. */
public enum RequestState {
    /** Taken in, not yet decided. */
    RECEIVED,
    /** Nothing may be concluded until the notes reach the request's time. */
    WAITING_FOR_EVIDENCE,
    /** A person must answer a question. */
    HELD,
    /** Sent back to whoever asked, with the reason. */
    RETURNED,
    /** Accepted for a tray. */
    ALLOCATED,
    /** Accepted for the evidence based hub. */
    QUEUED_FOR_HUB,
    /** Decided for MASH, the email not yet taken by the mail server. */
    MASH_PENDING,
    /** The mail server has taken the email. */
    SENT_TO_MASH,
    /** Ended by an outcome, a withdrawal or a person. */
    CLOSED;

    /** The name in files, pages, the API and the database, such as {@code mash-pending}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing is decided about it yet that was sent out. */
    public boolean open() {
        return switch (this) {
            case RECEIVED, WAITING_FOR_EVIDENCE, HELD -> true;
            case RETURNED, ALLOCATED, QUEUED_FOR_HUB, MASH_PENDING, SENT_TO_MASH, CLOSED -> false;
        };
    }

    /** The state that somebody calls so, if there is one. */
    public static Optional<RequestState> named(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }

    /** The state of this name. */
    public static RequestState of(String label) {
        return named(label).orElseThrow(() -> new IllegalArgumentException("no request state is called " + label));
    }
}
