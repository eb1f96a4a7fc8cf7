package org.stepbridge.protocol;

import java.util.List;

/**
 * An email about a decision.
 *
 * @param template the pack's message template
 * @param to the posts in the pack's directory that get it
 */
public record Notice(String template, List<String> to) {
    public Notice {
        to = List.copyOf(to);
    }
}
