package org.stepbridge.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes on between the outside and the ledger, in this process since it started. */
public interface Traffic {

    /** Every way that things move, by name. */
    List<Way> ways();

    /** Where a way leads. */
    enum Direction {
        /** Into the ledger. */
        IN,
        /** Nowhere: it looks after what is in the ledger. */
        WITHIN,
        /** Out of the ledger. */
        OUT
    }

    /**
     * A way that things move.
     *
     * @param authority whose it is; empty when it is everybody's
     * @param open whether anything moves on it, or it was stopped
     * @param runs how often something moved, or was looked for
     * @param failed how many of these failed
     * @param inHand how many are under way
     * @param last when the last one ended; null before the first
     * @param every how long it waits before it looks again; null when it is told
     */
    record Way(
            String name,
            String authority,
            Direction direction,
            boolean open,
            long runs,
            long failed,
            long inHand,
            @Nullable Instant last,
            @Nullable Duration every) {}
}
