package org.stepbridge.protocol;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.stepbridge.model.Sitting;

/** Where an accepted request goes. */
public sealed interface Destination {

    /** What a person may name to send a request here: {@code hub}, {@code mash}, {@code tray:North}; sorted. */
    List<String> places();

    /**
     * A tray, found by a field of the request.
     *
     * @param field the field, such as {@code locality}
     * @param trays value of the field to the tray's name
     * @param unknown the question to ask when the value has no tray
     */
    record Tray(String field, Map<String, String> trays, String unknown) implements Destination {
        private static final String PREFIX = "tray:";

        public Tray {
            trays = Map.copyOf(trays);
        }

        @Override
        public List<String> places() {
            return trays.keySet().stream().sorted().map(PREFIX::concat).toList();
        }

        /** The value of the field in the name of such a place. */
        static String valueOf(String place) {
            return place.substring(PREFIX.length());
        }
    }

    /**
     * The list of a meeting that takes place each week.
     *
     * @param id its name in the pack
     * @param title what people call it
     * @param day the day of the week
     * @param agenda how many working days before it its agenda is written; 0 for no agenda
     */
    record Meeting(String id, String title, DayOfWeek day, int agenda) implements Destination {
        @Override
        public List<String> places() {
            return List.of("meeting:" + id);
        }

        /** The next day after this one on which it takes place: it falls out where that is no working day. */
        public LocalDate next(LocalDate after, WorkingDays workingDays) {
            LocalDate next = after.with(TemporalAdjusters.next(day));
            while (!workingDays.contains(next)) {
                next = next.plusWeeks(1);
            }
            return next;
        }

        /** The next one after this day. */
        public Sitting sitting(LocalDate after, WorkingDays workingDays, ZoneId zone) {
            LocalDate on = next(after, workingDays);
            Instant agendaAt = agenda == 0
                    ? null
                    : workingDays.before(on, agenda).atStartOfDay(zone).toInstant();
            return new Sitting(id, title, on, agendaAt);
        }
    }

    /** The evidence based hub's queue. */
    record Hub() implements Destination {
        @Override
        public List<String> places() {
            return List.of("hub");
        }
    }

    /**
     * MASH, by email.
     *
     * @param template the message template
     * @param to the posts in the directory that get it
     */
    record Mash(String template, List<String> to) implements Destination {
        public Mash {
            to = List.copyOf(to);
        }

        @Override
        public List<String> places() {
            return List.of("mash");
        }
    }
}
