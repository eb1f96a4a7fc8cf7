package org.stepbridge.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.stepbridge.casework.FeedTrouble.Kind;

/** Files of a feed that brings one each day at six. */
record Taken(int day, long rows, String content, List<FeedTrouble> troubles) {
    static final Instant MONDAY_6AM = Instant.parse("2026-11-16T06:00:00Z");

    /** Each file holds everything; half of the usual rows is too few. */
    static final Feed DAILY = feed(true, new Usual(false, 50, null));

    /** Each file holds what is new since the day before. */
    static final Feed DELTA = feed(false, new Usual(false, 0, Duration.ofHours(24)));

    static Feed feed(boolean full, Usual usual) {
        return new Feed(
                "notes",
                "file:inbox/shire/ehm",
                "inbox/shire/ehm",
                Pattern.compile("notes-(?<stamp>.*)"),
                "yyyyMMdd",
                Feed.Kind.NOTES,
                List.of(),
                false,
                full,
                Duration.ofHours(30),
                usual,
                new Mapping(Layout.text(null, null), java.util.Set.of(), List.of(), java.util.Map.of()));
    }

    /** The file of the morning so many days after the first Monday, which came ten minutes after it was made. */
    static Taken aFile(int day) {
        return new Taken(day, 100, "as usual", List.of());
    }

    Taken rows(long number) {
        return new Taken(day, number, content, troubles);
    }

    Taken saying(String other) {
        return new Taken(day, rows, other, troubles);
    }

    Taken with(Kind... kinds) {
        return new Taken(
                day,
                rows,
                content,
                Arrays.stream(kinds)
                        .map(kind -> new FeedTrouble(kind, "it is " + kind))
                        .toList());
    }

    TakenFile file() {
        Instant made = MONDAY_6AM.plus(Duration.ofDays(day));
        return new TakenFile("notes-" + day, content, made.plus(Duration.ofMinutes(10)), made, rows, troubles);
    }

    static List<TakenFile> all(Taken... files) {
        return Arrays.stream(files).map(Taken::file).toList();
    }
}
