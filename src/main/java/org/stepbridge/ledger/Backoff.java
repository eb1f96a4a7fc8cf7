package org.stepbridge.ledger;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a failed delivery is tried again: exponentially later with jitter, up to a cap, for as long as the pack says. */
final class Backoff {
    /** Tries that every delivery gets, however long the program was not running between them. */
    static final int LEAST_ATTEMPTS = 5;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration CAP = Duration.ofMinutes(15);

    private Backoff() {}

    /** How long to wait after this attempt, 1 being the first: one second doubled each time, give or take a quarter. */
    static Duration after(int attempt) {
        long millis = Math.min(CAP.toMillis(), FIRST.toMillis() << Math.min(attempt - 1, 20));
        return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
    }
}
