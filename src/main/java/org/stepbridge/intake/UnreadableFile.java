package org.stepbridge.intake;

import java.io.Serial;

/** Nothing in a file can be read, whatever its rows say. The message says why, without anything that stands in it. */
final class UnreadableFile extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String heading;

    /** @param heading the heading at fault, a name from the mapping; empty when it is the whole file */
    UnreadableFile(String heading, String message) {
        super(message);
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
