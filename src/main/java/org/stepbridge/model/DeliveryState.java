package org.stepbridge.model;

import java.util.Arrays;
import java.util.Locale;

/** Where a delivery stands. The names are those of the outer contract, in capitals. */
public enum DeliveryState {
    /** To be sent, now or at its next try. */
    PENDING,
    /** In a worker's hands until its lease ends. */
    SENDING,
    /** The other side has taken it. */
    DELIVERED,
    /** The other side has said that it is dealing with it. */
    ACKNOWLEDGED,
    /** It may or may not have arrived; a person must find out. */
    UNCERTAIN,
    /** Tried as often as allowed; a person must act. */
    FAILED,
    /** A later version of the request took its place before it left. */
    SUPERSEDED,
    /** A person decided that it will not be sent. */
    GIVEN_UP;

    /** The name in files, pages, the API and the database, such as {@code given-up}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of this name. */
    public static DeliveryState of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no delivery state is called " + label));
    }
}
