package org.stepbridge.intake;

import java.util.ArrayList;
import java.util.List;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FeedTrouble;
import org.stepbridge.casework.FeedTrouble.Kind;

/** Gathers while a file is read what tells whether anything may be missing from it (G3). */
final class Completeness {
    private long good;
    private long bad;
    private long gaps;
    private String firstGap = "";

    void add(Mapped<?> row) {
        if (row instanceof Mapped.Bad<?> rejected) {
            bad++;
            if (!rejected.gap().isEmpty()) {
                gaps++;
                firstGap = firstGap.isEmpty() ? rejected.gap() : firstGap;
            }
        } else {
            good++;
        }
    }

    /** Whether there are rows and not one of them could be read. */
    boolean failed() {
        return good == 0 && bad > 0;
    }

    /** Why something may be missing from the file. */
    List<FeedTrouble> troubles(Feed feed) {
        List<FeedTrouble> troubles = new ArrayList<>();
        if (good + bad == 0 && !feed.headerOnly()) {
            troubles.add(new FeedTrouble(Kind.EMPTY, "the file has headings but no rows"));
        }
        if (failed()) {
            troubles.add(new FeedTrouble(Kind.BROKEN, "not one of its rows could be read"));
        }
        if (gaps > 0) {
            String more = gaps == 1 ? "" : " (and " + (gaps - 1) + " more like it)";
            troubles.add(new FeedTrouble(Kind.BROKEN, firstGap + more));
        }
        return troubles;
    }
}
