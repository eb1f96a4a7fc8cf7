package org.stepbridge.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Feed;

/** The time at which an export was made, which its name says. */
final class ExtractTime {
    private static final String GROUP = "stamp";

    private ExtractTime() {}

    /** The time in this file's name; null if there is none that can be read. */
    static @Nullable Instant of(Feed feed, String fileName, LocalTimes times) {
        Matcher name = feed.fileName().matcher(fileName);
        if (!name.matches() || !feed.fileName().pattern().contains("(?<" + GROUP + ">")) {
            return null;
        }
        LocalDateTime stamp = new DatePattern(feed.extractTime()).read(name.group(GROUP));
        return stamp == null ? null : times.resolve(stamp).at();
    }
}
