package org.stepbridge.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Feed;

/** The time at which an export was made, which its name says. */
final class ExtractTime {
    private static final String GROUP = "stamp";
    /** How far the clocks of two machines may differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

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

    /** Why this extract time cannot be how far the notes are complete; empty when it can. */
    static String trouble(@Nullable Instant extractedAt, Instant now) {
        if (extractedAt == null) {
            return "the file's name says no extract time";
        }
        return extractedAt.isAfter(now.plus(TOLERANCE)) ? "the extract time in the file's name is in the future" : "";
    }
}
