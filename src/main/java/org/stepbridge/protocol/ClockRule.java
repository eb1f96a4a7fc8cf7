package org.stepbridge.protocol;

/**
 * A deadline.
 *
 * @param id its name
 * @param clause the clause that sets it
 * @param from the event that starts it
 * @param within how long after
 */
public record ClockRule(String id, String clause, Event from, Within within) {
    /** What can start a clock. */
    public enum Event {
        /** The request was accepted. */
        ACCEPTED,
        /** The request was returned. */
        RETURNED,
        /** The message about it was delivered. */
        DELIVERED,
        /** The hub or MASH turned it down. */
        TURNED_DOWN,
        /** Somebody disagreed with what was decided. */
        DISAGREED
    }
}
