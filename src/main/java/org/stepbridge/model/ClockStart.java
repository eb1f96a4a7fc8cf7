package org.stepbridge.model;

import java.time.Instant;

/**
 * A deadline that starts with a decision.
 *
 * @param clock the clock's name in the pack
 * @param clause the clause that sets it
 * @param due when it must be met
 */
public record ClockStart(String clock, String clause, Instant due) {}
