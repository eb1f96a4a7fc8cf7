package org.stepbridge.web;

import java.util.Locale;
import org.stepbridge.casework.Overview.FeedSums;
import org.stepbridge.casework.Pack;

/** The sums of a feed, in words. */
record FeedRow(
        String feed,
        String council,
        String kind,
        String files,
        String rows,
        String accepted,
        String repeated,
        String rejected) {

    static FeedRow of(FeedSums sums, Pack pack) {
        return new FeedRow(
                sums.feed(),
                pack.title(),
                sums.requests() ? "Requests" : "Notes",
                number(sums.files()),
                number(sums.rows()),
                number(sums.accepted()),
                number(sums.repeated()),
                number(sums.rejected()));
    }

    private static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
