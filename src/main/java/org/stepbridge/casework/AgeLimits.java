package org.stepbridge.casework;

import java.time.Duration;

/**
 * How old things may become before people are told (G9).
 *
 * @param unreadFile a file in an inbox
 * @param waiting a request that waits for notes
 * @param held a request or a task that waits for a person
 * @param undelivered a delivery that has not left, or an urgent task
 * @param hubReply a message to the hub that has had no reply
 */
public record AgeLimits(
        Duration unreadFile, Duration waiting, Duration held, Duration undelivered, Duration hubReply) {}
