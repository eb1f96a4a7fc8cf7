package org.stepbridge.web;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.stepbridge.casework.ClockReport.Kept;

/**
 * How many deadlines were kept, in words and figures.
 *
 * @param share how many of a hundred were met in time, rounded down
 */
record KeptRow(String month, String locality, String team, String inTime, String late, String missed, long share) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    static KeptRow of(Kept kept) {
        long all = kept.inTime() + kept.late() + kept.missed();
        return new KeptRow(
                MONTH.format(kept.month()),
                kept.locality().isEmpty() ? "Not given" : kept.locality(),
                kept.team().isEmpty() ? "Not given" : kept.team(),
                Figures.count(kept.inTime()),
                Figures.count(kept.late()),
                Figures.count(kept.missed()),
                all == 0 ? 0 : kept.inTime() * 100 / all);
    }
}
