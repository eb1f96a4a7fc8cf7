package org.stepbridge.casework;

import java.time.Instant;
import org.stepbridge.model.RequestState;

/** What became of a deed. Every one of them is an ordinary answer. */
public sealed interface DeedResult {

    /** It is done, and committed. */
    record Done(RequestState state) implements DeedResult {}

    /** The very same was done before, at this time; nothing was done again. */
    record DoneBefore(Instant at) implements DeedResult {}

    /**
     * Somebody was quicker; nothing was done.
     *
     * @param actor who changed it last
     * @param at when
     * @param what the change, as the audit names it
     */
    record Changed(String actor, Instant at, String what) implements DeedResult {}

    /**
     * It cannot be done to this request as it stands; nothing was done.
     *
     * @param why one plain sentence for whoever asked, without personal data
     */
    record Impossible(String why) implements DeedResult {}

    /** There is no such request among theirs. */
    record NotTheirs() implements DeedResult {}
}
