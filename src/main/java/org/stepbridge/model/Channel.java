package org.stepbridge.model;

import java.util.Arrays;
import java.util.Locale;

/** A way out of the engine. One delivery goes one way. */
public enum Channel {
    /** File of requests that go back to the social worker. */
    LCS_RETURNS(true),
    /** File of step-ups that go back to whoever raised them. */
    EHM_RETURNS(true),
    /** File of accepted requests for the trays. */
    ALLOCATIONS(true),
    /** File of recording lines for the LCS record. */
    RECORDINGS_LCS(true),
    /** File of recording lines for the EHM record. */
    RECORDINGS_EHM(true),
    /** File of what is on the list of a meeting. */
    AGENDAS(true),
    /** Message on the evidence based hub's queue. */
    HUB(false),
    /** Email to MASH. An unknown outcome is sent again with the same Message-ID. */
    MASH_EMAIL(false),
    /** Email that tells somebody of a decision. An unknown outcome waits for a person. */
    NOTICE_EMAIL(false);

    private final boolean file;

    Channel(boolean file) {
        this.file = file;
    }

    /** Whether one delivery is a file with a line for each of many requests, rather than one message about one. */
    public boolean isFile() {
        return file;
    }

    /** The name of the outbox folder and in the database, such as {@code lcs-returns}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The channel of this name. */
    public static Channel of(String label) {
        return Arrays.stream(values())
                .filter(channel -> channel.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel is called " + label));
    }
}
