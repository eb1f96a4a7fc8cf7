package org.stepbridge.model;

import java.util.List;

/**
 * What a decision sends out: written to the outbox with the decision, delivered afterwards. Recipients are pinned here,
 * so a later change of the directory never redirects a message that is already decided.
 *
 * @param channel the way out
 * @param template the pack's message template, or the kind of recording; empty where the channel has one form only
 * @param recipients email addresses, To first; empty for files and the queue
 * @param urgent whether it goes before everything else
 */
public record Dispatch(Channel channel, String template, List<String> recipients, boolean urgent) {
    public Dispatch {
        recipients = List.copyOf(recipients);
    }

    /** A line in a file, or a message on the queue. */
    public static Dispatch to(Channel channel, String template) {
        return new Dispatch(channel, template, List.of(), false);
    }

    @Override
    public String toString() {
        return "Dispatch[" + channel + " " + template + " " + recipients.size() + " recipients]";
    }
}
