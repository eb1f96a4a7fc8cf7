package org.stepbridge.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Feed;

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

    /** Why the file does not tell everything up to its extract time, for people; empty when it does. */
    String trouble(Feed feed, @Nullable Instant extractedAt, Instant now) {
        List<String> troubles = new ArrayList<>();
        if (feed.kind() == Feed.Kind.NOTES) {
            troubles.add(ExtractTime.trouble(extractedAt, now));
        }
        if (good + bad == 0 && !feed.headerOnly()) {
            troubles.add("the file has headings but no rows");
        }
        if (failed()) {
            troubles.add("not one of its rows could be read");
        }
        if (gaps > 0) {
            troubles.add(gaps == 1 ? firstGap : firstGap + " (and " + (gaps - 1) + " more like it)");
        }
        troubles.removeIf(String::isEmpty);
        return String.join("; ", troubles);
    }
}
