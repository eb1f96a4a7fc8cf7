package org.stepbridge.web;

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
                Figures.count(sums.files()),
                Figures.count(sums.rows()),
                Figures.count(sums.accepted()),
                Figures.count(sums.repeated()),
                Figures.count(sums.rejected()));
    }
}
