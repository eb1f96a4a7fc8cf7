package org.stepbridge.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Dispatch;

/**
 * What people are to be told now of a clock that is not met.
 *
 * @param rungs what is told, each with what is sent
 * @param told how many of the clock's tellings are then done
 * @param next when the next is due; null when that was the last
 */
public record Told(List<Rung> rungs, int told, @Nullable Instant next) {
    /** One telling and what is sent for it. */
    public record Rung(ClockRule.Telling telling, List<Dispatch> dispatches) {
        public Rung {
            dispatches = List.copyOf(dispatches);
        }
    }

    public Told {
        rungs = List.copyOf(rungs);
    }
}
