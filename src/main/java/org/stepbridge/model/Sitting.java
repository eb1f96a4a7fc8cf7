package org.stepbridge.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A meeting on one day, with a list of requests.
 *
 * @param meeting the meeting's name in the pack
 * @param title what people call it
 * @param on the day
 * @param agendaAt when its agenda is written; null when none is
 */
public record Sitting(
        String meeting,
        String title,
        LocalDate on,
        @Nullable Instant agendaAt) {}
