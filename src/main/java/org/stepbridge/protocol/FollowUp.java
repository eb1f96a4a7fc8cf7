package org.stepbridge.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of people once a request is decided, and what is known of the family before.
 *
 * @param checklist what they should see to
 * @param events what can happen on it
 * @param earlier fields that are filled from earlier requests
 * @param closing the clause by which it ends with one of the events only; empty when a person may end it for any reason
 */
public record FollowUp(
        List<ChecklistItem> checklist, List<EventRule> events, List<EarlierRule> earlier, String closing) {
    /** Nothing. */
    public static final FollowUp NONE = new FollowUp(List.of(), List.of(), List.of(), "");

    public FollowUp {
        checklist = List.copyOf(checklist);
        events = List.copyOf(events);
        earlier = List.copyOf(earlier);
    }

    /** The event of this name, if there is one. */
    public Optional<EventRule> event(String id) {
        return events.stream().filter(event -> event.id().equals(id)).findFirst();
    }
}
