package org.stepbridge.casework;

import java.time.Instant;
import org.stepbridge.model.Reference;

/** Clocks that run on requests. Every call is one transaction. */
public interface Deadlines {

    /**
     * Tells people of up to {@code most} clocks of which it is time to tell: a reminder, that they are overdue, the next
     * rung of a ladder. What is sent commits with the note that it was told, so that nobody is told twice; nodes that do
     * this at once take different clocks.
     *
     * @return how many clocks were looked at; 0 when there is nothing left to tell now
     */
    int tick(int most);

    /**
     * Holds a running clock: until it goes on nobody is told of it, and the time it stood is added to when it is due.
     *
     * @return whether there was such a clock and it was running
     */
    boolean pause(Reference reference, String clock, String by, String reason);

    /** Lets a clock go on that was paused. */
    boolean resume(Reference reference, String clock, String by, String reason);

    /**
     * Records that something the protocol has a name for has happened on a request: starts the clocks that begin with it
     * and meets those that it meets.
     *
     * @param event one of the engine's events or one that the pack names
     * @param at when it happened
     * @return whether there is such a request
     */
    boolean happened(Reference reference, String event, Instant at, String by, String reason);
}
