package org.stepbridge.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How many deliveries of a channel may begin now, so many a minute; what was not used is saved up for a minute at most. */
final class Pace {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final double perMinute;
    private final Clock clock;
    private double saved;
    private Instant since;

    Pace(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.saved = perMinute;
        this.since = clock.instant();
    }

    /** As many of those wanted as may begin now. */
    synchronized int of(int wanted) {
        Instant now = clock.instant();
        double minutes = Math.max(0, (double) Duration.between(since, now).toMillis() / MINUTE.toMillis());
        saved = Math.min(perMinute, saved + minutes * perMinute);
        since = now;
        return (int) Math.min(wanted, saved);
    }

    /** So many have begun. */
    synchronized void begun(int count) {
        saved -= count;
    }
}
