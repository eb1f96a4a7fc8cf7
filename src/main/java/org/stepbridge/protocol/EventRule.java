package org.stepbridge.protocol;

import java.util.List;
import java.util.Set;

/**
 * Something that can happen on a decided request, and what follows when people record it. Clocks may start from it or be
 * met by it besides.
 *
 * @param id its name
 * @param clause the clause that speaks of it
 * @param title what people call it
 * @param after the event that must have happened before; empty for none
 * @param needs items of the checklist that must be ticked first
 * @param notices who is told
 * @param task what a person must do then; empty for nothing
 * @param closes whether the request ends with it
 * @param opens the request of its own that it opens
 * @param limit what happens besides when it has happened so often
 */
public record EventRule(
        String id,
        String clause,
        String title,
        String after,
        Set<String> needs,
        List<Notice> notices,
        String task,
        boolean closes,
        Opening opens,
        Limit limit) {
    public EventRule {
        needs = Set.copyOf(needs);
        notices = List.copyOf(notices);
    }

    /**
     * What happens when an event has happened so often.
     *
     * @param count how often; 0 for never
     * @param event what happens then; empty for nothing
     * @param task what a person must do then; empty for nothing
     */
    public record Limit(int count, String event, String task) {
        /** However often it happens. */
        public static final Limit NONE = new Limit(0, "", "");
    }
}
