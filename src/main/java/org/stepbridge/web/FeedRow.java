package org.stepbridge.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Overview.FeedNews;
import org.stepbridge.casework.Overview.FeedSums;
import org.stepbridge.casework.Pack;

/**
 * The sums of a feed, in words.
 *
 * @param last its last file, and how long ago that came
 * @param complete how far the notes are complete (G3), and how long ago that is; empty where they are not known to be
 */
record FeedRow(
        String feed,
        String council,
        String kind,
        String files,
        String rows,
        String accepted,
        String repeated,
        String rejected,
        String last,
        String complete) {

    static FeedRow of(FeedSums sums, @Nullable FeedNews news, Pack pack, Instant now) {
        Instant complete = news == null ? null : news.complete();
        return new FeedRow(
                sums.feed(),
                pack.title(),
                sums.requests() ? "Requests" : "Notes",
                Figures.count(sums.files()),
                Figures.count(sums.rows()),
                Figures.count(sums.accepted()),
                Figures.count(sums.repeated()),
                Figures.count(sums.rejected()),
                news == null ? "" : "Last file " + news.file() + ", " + Times.age(news.openedAt(), now) + " ago",
                complete == null
                        ? ""
                        : "Notes are complete up to " + Times.moment(complete, pack.zone()) + ", "
                                + Times.age(complete, now) + " ago");
    }
}
