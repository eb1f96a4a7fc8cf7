package org.stepbridge.protocol;

import java.util.List;
import java.util.Map;

/** Where an accepted request goes. */
public sealed interface Destination {

    /**
     * A tray, found by a field of the request.
     *
     * @param field the field, such as {@code locality}
     * @param trays value of the field to the tray's name
     * @param unknown the question to ask when the value has no tray
     */
    record Tray(String field, Map<String, String> trays, String unknown) implements Destination {
        public Tray {
            trays = Map.copyOf(trays);
        }
    }

    /** The evidence based hub's queue. */
    record Hub() implements Destination {}

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
    }
}
