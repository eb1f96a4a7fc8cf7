package org.stepbridge.packs;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepbridge.casework.Nearest;
import org.stepbridge.protocol.Opening;

/** Reads which requests of their own the events of a pack open. */
final class Openings {
    private final Map<String, Item> requests;
    private final Feeds feeds;
    private final Set<String> opened;

    Openings(Item root, Feeds feeds) {
        this.requests = root.entries("requests");
        this.feeds = feeds;
        this.opened = requests.values().stream()
                .flatMap(request -> request.entries("events").values().stream())
                .map(event -> event.at("opens").text("type"))
                .collect(Collectors.toSet());
    }

    /** The fields that a request of this type has because it may have been opened from another. */
    Set<String> fields(String type) {
        return opened.contains(type) ? Set.of(Opening.OPENED_FROM) : Set.of();
    }

    /** What this event opens; what is not known is told as a problem. */
    Opening opening(Item event, Set<String> fieldsHere) {
        if (!event.has("opens")) {
            return Opening.NONE;
        }
        Item opens = event.at("opens");
        Item type = opens.at("type");
        if (!requests.containsKey(type.text())) {
            type.wrong("there is no request type '" + type.text() + "'" + Nearest.hint(type.text(), requests.keySet()));
        }
        Set<String> fieldsThere = feeds.fields(type.text());
        Map<String, String> take = new HashMap<>();
        opens.entries("fields").forEach((field, from) -> {
            if (!fieldsThere.contains(field)) {
                from.wrongKey(
                        "no feed brings a field '" + field + "' for what is opened" + Nearest.hint(field, fieldsThere));
            }
            if (!from.text().equals(Opening.REASON) && !fieldsHere.contains(from.text())) {
                from.wrong("no feed brings a field '" + from.text() + "' for this type of request"
                        + Nearest.hint(from.text(), fieldsHere));
            }
            take.put(field, from.text());
        });
        return new Opening(type.text(), take);
    }
}
