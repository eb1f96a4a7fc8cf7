package org.stepbridge.casework;

import java.time.Instant;
import java.util.function.Consumer;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Reference;

/** The ledger's own requests, decided anew by a pack that is not in force. */
public interface Replay {

    /**
     * Decides the latest version of each request that was received since then, by the pack in force and by the changed one
     * of the same authority, both from the notes, merges and answers of today and as if at the time of the decision that
     * stands. One read-only transaction: it writes nothing and sees the ledger at one moment. Memory does not grow with the
     * number of requests.
     *
     * @param most so many requests at most
     * @param each takes each request in the order of references
     */
    void replay(Pack inForce, Pack changed, Instant since, long most, Consumer<Replayed> each);

    /**
     * One request and what both packs say of it.
     *
     * @param before by the pack in force
     * @param after by the changed pack
     */
    record Replayed(Reference reference, String type, Decision before, Decision after) {}
}
