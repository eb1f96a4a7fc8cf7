package org.stepbridge.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long pages took.
 *
 * @param people how many opened them at once
 * @param look how long each of them looked at a page on average
 * @param times nanoseconds of each page that was opened
 */
record PageTimes(int people, Duration look, Map<PageVisitors.Page, List<Long>> times) {

    /** Prints them, and whether each kind of page keeps the limit at the 95th percentile. */
    boolean print(int atMostMillis) {
        System.out.printf(
                Locale.ROOT,
                "%d people at once, each looking at a page for %.1f s on average%n",
                people,
                look.toMillis() / 1e3);
        System.out.printf(Locale.ROOT, "%-10s %8s %8s %8s %8s%n", "page", "opened", "median", "95%", "slowest");
        boolean good = !times.isEmpty();
        for (var page : times.entrySet()) {
            List<Long> sorted = page.getValue().stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %8d %5.0f ms %5.0f ms %5.0f ms%n",
                    page.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    sorted.size(),
                    millis(sorted, 0.5),
                    millis(sorted, 0.95),
                    millis(sorted, 1));
            good &= millis(sorted, 0.95) <= atMostMillis;
        }
        return good;
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }
}
