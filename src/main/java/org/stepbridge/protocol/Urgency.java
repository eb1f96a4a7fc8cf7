package org.stepbridge.protocol;

import java.util.List;

/**
 * When a request must leave at once, whatever is missing.
 *
 * @param clause the clause that says so
 * @param when its condition; it must hold for everything but a clear no
 * @param phoned the condition under which the phone call is already recorded
 * @param task what a person must do until then
 * @param notices who is told until then
 */
public record Urgency(String clause, Condition when, Condition phoned, String task, List<Notice> notices) {
    /** Never urgent. */
    public static final Urgency NEVER = new Urgency("", Condition.NEVER, Condition.ALWAYS, "", List.of());

    public Urgency {
        notices = List.copyOf(notices);
    }
}
