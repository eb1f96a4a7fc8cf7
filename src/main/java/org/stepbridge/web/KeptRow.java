package org.stepbridge.web;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.stepbridge.casework.ClockReport.Count;
import org.stepbridge.casework.ClockReport.Kept;
import org.stepbridge.casework.Pack;

/**
 * How many deadlines were kept, in words and figures.
 *
 * @param who the locality, team or worker that it is about
 * @param share how many of a hundred were met in time, rounded down
 */
record KeptRow(
        String month,
        String deadline,
        String clause,
        String who,
        String inTime,
        String late,
        String missed,
        long share) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    static KeptRow of(Kept kept, KeptBy by, Pack pack) {
        Count count = kept.count();
        long all = count.inTime() + count.late() + count.missed();
        String who = by.of(kept.who());
        return new KeptRow(
                MONTH.format(kept.month()),
                pack.clockTitle(kept.type(), kept.clock()) + ", " + pack.typeTitle(kept.type()),
                kept.clause(),
                who.isEmpty() ? "Not given" : who,
                Figures.count(count.inTime()),
                Figures.count(count.late()),
                Figures.count(count.missed()),
                all == 0 ? 0 : count.inTime() * 100 / all);
    }
}
