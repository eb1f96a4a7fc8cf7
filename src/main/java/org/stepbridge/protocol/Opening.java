package org.stepbridge.protocol;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.stepbridge.model.Details;
import org.stepbridge.model.Request;

/**
 * A request of its own about the same child that an event opens.
 *
 * @param type its type; empty for none
 * @param fields its fields, each with the field of the other request that it is taken from, or {@link #REASON}
 */
public record Opening(String type, Map<String, String> fields) {
    /** An event that opens nothing. */
    public static final Opening NONE = new Opening("", Map.of());

    /** What whoever recorded the event said. */
    public static final String REASON = "reason";

    /** The field of an opened request with the type of the one that it was opened from. */
    public static final String OPENED_FROM = "openedFrom";

    public Opening {
        fields = Map.copyOf(fields);
    }

    /** The request that is opened from this one; of each kind there is one only, since its id comes from there. */
    public Request from(Request other, String reason, Instant now) {
        Map<String, String> filled = new HashMap<>(Map.of(OPENED_FROM, other.type()));
        fields.forEach((field, take) -> filled.put(field, take.equals(REASON) ? reason : Fields.of(other, take)));
        return new Request(
                other.authority(),
                other.source(),
                other.sourceId() + "/" + type,
                type,
                other.child(),
                other.locality(),
                now,
                new Details(filled));
    }
}
