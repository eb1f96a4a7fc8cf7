package org.stepbridge.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;

/**
 * A delivery in a worker's hands.
 *
 * @param id fixed before the first try: the Message-ID, the broker's duplicate id
 * @param fence grows with every claim; a worker whose fence is old has lost the delivery
 * @param channel the way out
 * @param authority whose it is
 * @param name the file's name; empty for messages
 * @param template the message template; empty where the channel has one form
 * @param recipients email addresses, pinned when it was decided
 * @param urgent whether it goes before everything else
 * @param attempt 1 at the first try
 * @param mayRepeat whether an earlier try may already have arrived
 * @param items what it is about: the lines of a file, one for a message, none for a notice about no request
 * @param facts what a message says beyond its request and decision, such as which clock it is about: name to text
 */
public record Parcel(
        UUID id,
        long fence,
        Channel channel,
        Authority authority,
        String name,
        String template,
        List<String> recipients,
        boolean urgent,
        int attempt,
        boolean mayRepeat,
        List<Item> items,
        Map<String, String> facts) {
    public Parcel {
        facts = Map.copyOf(facts);
        recipients = List.copyOf(recipients);
        items = List.copyOf(items);
    }

    /** A delivery that says no more than its request and decision. */
    public Parcel(
            UUID id,
            long fence,
            Channel channel,
            Authority authority,
            String name,
            String template,
            List<String> recipients,
            boolean urgent,
            int attempt,
            boolean mayRepeat,
            List<Item> items) {
        this(id, fence, channel, authority, name, template, recipients, urgent, attempt, mayRepeat, items, Map.of());
    }

    /**
     * One request in a delivery.
     *
     * @param decidedAt when it was decided
     */
    public record Item(Reference reference, Request request, Decision decision, Instant decidedAt) {}

    /** The one thing that a message is about. */
    public Item item() {
        if (items.size() != 1) {
            throw new IllegalStateException(
                    "a " + channel.label() + " delivery is about one request, not " + items.size());
        }
        return items.get(0);
    }

    /** The request that a message is about; empty for one that is about none, such as what stands still. */
    public String reference() {
        return items.isEmpty() ? "" : item().reference().value();
    }

    @Override
    public String toString() {
        return "Parcel[" + channel.label() + " " + id + " attempt " + attempt + "]";
    }
}
