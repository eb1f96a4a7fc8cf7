package org.stepbridge.protocol;

import java.util.List;

/**
 * One line of a request type's destinations; the first whose condition holds is taken.
 *
 * @param clause the clause that sends it there
 * @param when its condition
 * @param to where it goes
 * @param text the verdict sentence for people
 * @param notices who is told that it went there
 */
public record DestinationRule(String clause, Condition when, Destination to, String text, List<Notice> notices) {
    public DestinationRule {
        notices = List.copyOf(notices);
    }

    /** A line of which nobody is told besides. */
    public DestinationRule(String clause, Condition when, Destination to, String text) {
        this(clause, when, to, text, List.of());
    }
}
