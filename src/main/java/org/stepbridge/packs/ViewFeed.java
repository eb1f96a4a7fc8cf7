package org.stepbridge.packs;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.stepbridge.casework.PolledView;

/** What a feed that is polled from a view has to say of the files that its polls are kept in. */
final class ViewFeed {
    private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 11, 20, 6, 0);
    private static final Set<String> CHARSETS = Set.of("", "UTF-8", "detect");

    private ViewFeed() {}

    /** Tells what is wrong with this feed. */
    static void check(String id, Item feed, Pattern fileName) {
        if (!feed.text("content").equals("full")) {
            feed.at("content").wrong("no poll leaves anything out behind the one before; write content: full");
        }
        if (feed.has("format") && !feed.text("format").equals("csv")) {
            feed.at("format").wrong("polls of a view are kept as CSV; leave 'format' out");
        }
        if (!CHARSETS.contains(feed.text("charset"))) {
            feed.at("charset").wrong("polls of a view are kept in UTF-8; leave 'charset' out");
        }
        try {
            String name = PolledView.fileName(id, feed.text("extractTime"), SAMPLE);
            if (!fileName.matcher(name).matches()) {
                feed.at("fileName")
                        .wrong("a poll of the view is kept as " + name + ", which this does not match; let it, as in '^"
                                + id + "-(?<stamp>…)\\.(view\\.csv|csv)$'");
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            feed.at("extractTime")
                    .wrong("a poll's time cannot be written like this; write a pattern such as yyyyMMdd'T'HHmm");
        }
    }
}
