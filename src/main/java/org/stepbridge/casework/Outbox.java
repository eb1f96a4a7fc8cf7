package org.stepbridge.casework;

import java.time.Duration;
import java.util.List;
import org.stepbridge.model.Channel;

/**
 * What is to be sent. Every call is one transaction. A claimed delivery belongs to the worker until its lease ends;
 * reports of a worker that has lost it change nothing.
 */
public interface Outbox {

    /** Claims up to {@code most} deliveries of a channel that are due, urgent and oldest first; skips other workers'. */
    List<Parcel> claim(Channel channel, int most, Duration lease);

    /** They have arrived. Requests whose MASH email this was become {@code sent-to-mash} and their clocks start. */
    void delivered(List<Parcel> parcels);

    /**
     * A try is known to have failed: it is tried again later, or has failed for good after the last allowed try.
     *
     * @param problem what failed, without personal data
     */
    void failed(Parcel parcel, String problem);

    /**
     * Nobody knows whether it arrived. A MASH email is sent again under the same id and says so; another email waits
     * for a person.
     *
     * @param problem what happened, without personal data
     */
    void unknown(Parcel parcel, String problem);

    /**
     * Takes over what workers that died held, as if they had said {@code unknown} (messages) or nothing (files and the
     * queue, which drop repeats themselves). Runs before any new work, and from time to time.
     *
     * @return how many deliveries
     */
    int recover();

    /**
     * How many deliveries are in a worker's hands, or are still to be tried and have been tried fewer than
     * {@code attempts} times.
     */
    long unfinished(int attempts);
}
