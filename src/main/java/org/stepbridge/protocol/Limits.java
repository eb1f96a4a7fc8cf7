package org.stepbridge.protocol;

import java.time.Duration;
import java.util.List;

/**
 * How old things may become before people are told (G9).
 *
 * @param unreadFile a file in an inbox
 * @param waiting a request that waits for notes
 * @param held a request or a task that waits for a person
 * @param undelivered a delivery that has not left, or an urgent task
 * @param retried how long a delivery is tried before it has failed
 * @param hubReply a message to the hub that has had no reply
 * @param tellings who is told of what is older, one after the other, counted from when it was noticed
 */
public record Limits(
        Duration unreadFile,
        Duration waiting,
        Duration held,
        Duration undelivered,
        Duration retried,
        Duration hubReply,
        List<ClockRule.Telling> tellings) {
    public Limits {
        tellings = List.copyOf(tellings);
    }

    /** How long a delivery is tried where the pack does not say. */
    public static final Duration RETRIED = Duration.ofDays(1);

    /** How long the hub may take to reply where the pack does not say. */
    public static final Duration HUB_REPLY = Duration.ofDays(5);

    /** These limits, and for the others what holds where the pack does not say. */
    public Limits(Duration unreadFile, Duration waiting, Duration held, Duration undelivered) {
        this(unreadFile, waiting, held, undelivered, RETRIED, HUB_REPLY, List.of());
    }
}
