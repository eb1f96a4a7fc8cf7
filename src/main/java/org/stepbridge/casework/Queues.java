package org.stepbridge.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Action.Party;
import org.stepbridge.casework.Action.Said;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;

/** Requests that wait for the hub or MASH to decide. Reads only. */
public interface Queues {

    /** What this party has still to decide for these authorities: urgent ones first, then in the order they came in. */
    List<Queued> waitingFor(Party party, List<Authority> authorities, int most);

    /**
     * One that waits, without personal data.
     *
     * @param programme the evidence based programme that it asks for; empty when it asks for none
     * @param since when it came into its state
     * @param seen the decision that stands, which a deed names as seen
     * @param due the deadline that ends first; null when none runs
     * @param said what the party has said of it already; null when it has said nothing
     */
    record Queued(
            Reference reference,
            Authority authority,
            String type,
            String programme,
            String locality,
            RequestState state,
            boolean urgent,
            Instant since,
            String sentence,
            List<Flag> flags,
            long seen,
            @Nullable Due due,
            @Nullable Said said) {
        public Queued {
            flags = List.copyOf(flags);
        }
    }

    /** A deadline that runs. */
    record Due(String clock, String clause, Instant at) {}
}
