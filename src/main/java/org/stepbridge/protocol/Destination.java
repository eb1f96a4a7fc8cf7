package org.stepbridge.protocol;

import java.util.List;
import java.util.Map;

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
