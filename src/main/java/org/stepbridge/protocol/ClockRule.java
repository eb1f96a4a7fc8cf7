package org.stepbridge.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deadline.
 *
 * @param id its name
 * @param clause the clause that sets it
 * @param title what people call it
 * @param from the event that starts it: one of {@link Event}, {@code met:<clock>} or an event that the pack names
 * @param when the requests that have it
 * @param within how long after
 * @param every how long after it was met it is due again; null when once is enough
 * @param met what meets it beside a person
 * @param tellings who is told of it and when, in the order of time
 * @param recheck whether the request is decided again when it is due, for what a day makes different
 */
public record ClockRule(
        String id,
        String clause,
        String title,
        String from,
        Condition when,
        Within within,
        @Nullable Within every,
        Met met,
        List<Telling> tellings,
        boolean recheck) {
    /** What can start a clock of every pack. */
    public enum Event {
        /** The request was accepted. */
        ACCEPTED,
        /** A person was asked about it. */
        HELD,
        /** The request was returned. */
        RETURNED,
        /** The message about it was delivered. */
        DELIVERED,
        /** The hub or MASH took it on. */
        TAKEN_ON,
        /** The hub or MASH turned it down. */
        TURNED_DOWN,
        /** Somebody disagreed with what was decided. */
        DISAGREED;

        /** Its name in packs. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What meets a clock, and what starts it afresh.
     *
     * @param records types of records on the child's case that meet it
     * @param onBoth whether such a record must stand on both systems; on one, it is half met
     * @param events events that meet it
     * @param restartedBy types of records from which it counts afresh; until one is known it is provisional
     * @param needs items of the checklist that must have been ticked since it started before anything meets it
     */
    public record Met(
            Set<String> records, boolean onBoth, Set<String> events, Set<String> restartedBy, Set<String> needs) {
        /** Nothing but a person. */
        public static final Met BY_HAND = new Met(Set.of(), false, Set.of(), Set.of(), Set.of());

        public Met {
            records = Set.copyOf(records);
            events = Set.copyOf(events);
            restartedBy = Set.copyOf(restartedBy);
            needs = Set.copyOf(needs);
        }
    }

    /**
     * One thing that people are told of a clock which is not met.
     *
     * @param clause the clause that asks for it
     * @param title who is told, or what for, in a few words
     * @param offset how long before or after it is due; null for when it is due
     * @param before whether it is before
     * @param notices who is told
     */
    public record Telling(
            String clause, String title, @Nullable Within offset, boolean before, List<Notice> notices) {
        public Telling {
            notices = List.copyOf(notices);
        }
    }

    public ClockRule {
        tellings = List.copyOf(tellings);
    }

    /** A deadline that anything from this event on starts, that a person meets, and of which nobody is told. */
    public ClockRule(String id, String clause, Event from, Within within) {
        this(id, clause, id, from.label(), Condition.ALWAYS, within, null, Met.BY_HAND, List.of(), false);
    }

    /** The event that meeting this clock is. */
    public String metEvent() {
        return "met:" + id;
    }
}
