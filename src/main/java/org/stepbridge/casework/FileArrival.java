package org.stepbridge.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Authority;

/**
 * A file that is about to be read.
 *
 * @param authority whose export it is
 * @param feed the feed it belongs to
 * @param name its name
 * @param contentHash SHA-256 of its bytes, in hexadecimal
 * @param bytes its size
 * @param deliveredBy who or what put it there, as far as the disk tells; empty where it does not
 * @param extractedAt the extract time in its name, if it has one
 */
public record FileArrival(
        Authority authority,
        String feed,
        String name,
        String contentHash,
        long bytes,
        String deliveredBy,
        @Nullable Instant extractedAt) {
    /**
     * How {@code deliveredBy} begins where a program pushed a single request: that is no export, and nothing of it shows
     * whether exports come as they should.
     */
    public static final String PUSHED = "pushed by ";
}
