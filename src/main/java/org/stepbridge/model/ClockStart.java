package org.stepbridge.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that starts.
 *
 * @param clock the clock's name in the pack
 * @param clause the clause that sets it
 * @param due when it must be met
 * @param next when people are first told of it; null when nobody is
 */
public record ClockStart(
        String clock, String clause, Instant due, @Nullable Instant next) {
    /** A deadline of which nobody is told. */
    public ClockStart(String clock, String clause, Instant due) {
        this(clock, clause, due, null);
    }
}
