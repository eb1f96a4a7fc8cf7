package org.stepbridge.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.FeedTrouble.Kind;

/** Judges what the files of a feed prove (G3). Only a file with which nothing is wrong says how far things are known. */
public final class FeedRules {
    /** How far the clocks of two machines may differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** From how many files, and at least how many, it is told what is usual. */
    private static final int FILES = 10;

    private static final int FEWEST_FILES = 3;

    private FeedRules() {}

    /**
     * What is wrong with a file: what was found while it was read, and what shows beside the files before it.
     *
     * @param file the file with what was found while it was read
     * @param before the feed's files before it, the latest first
     */
    public static List<FeedTrouble> troubles(Feed feed, TakenFile file, List<TakenFile> before, Instant now) {
        if (tellsNothingNew(file, before)) {
            return List.of();
        }
        List<FeedTrouble> troubles = new ArrayList<>();
        time(feed, file, before, now).ifPresent(troubles::add);
        troubles.addAll(file.troubles());
        size(feed, file, before).ifPresent(troubles::add);
        return List.copyOf(troubles);
    }

    /**
     * Up to when these files hold everything. Files that only came after a gap count as soon as it is filled.
     *
     * @return null when none of them proves anything
     */
    public static @Nullable Instant reached(Feed feed, List<TakenFile> files) {
        Instant reached = sound(files).stream()
                .map(TakenFile::extractedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (feed.full() || reached == null) {
            return reached;
        }
        List<TakenFile> later = files.stream()
                .filter(file -> file.only(Kind.GAP) && file.extractedAt() != null)
                .sorted(Comparator.comparing(TakenFile::extractedAt))
                .toList();
        for (TakenFile file : later) {
            Instant end = Objects.requireNonNull(file.extractedAt());
            if (end.isAfter(reached) && !begin(feed, end).isAfter(reached)) {
                reached = end;
            }
        }
        return reached;
    }

    /** Whether this file, with which nothing is wrong, came before just as it is. */
    static boolean tellsNothingNew(TakenFile file, List<TakenFile> before) {
        return file.sound() && file.repeats(sound(before));
    }

    /** The first thing that is wrong with its time: one fault in it makes the others say nothing. */
    private static Optional<FeedTrouble> time(Feed feed, TakenFile file, List<TakenFile> before, Instant now) {
        Instant extracted = file.extractedAt();
        if (extracted == null) {
            return feed.kind() == Feed.Kind.NOTES
                    ? trouble(Kind.UNDATED, "the file's name says no extract time")
                    : Optional.empty();
        }
        if (extracted.isAfter(now.plus(TOLERANCE))) {
            return trouble(Kind.FUTURE, "the extract time in the file's name is in the future");
        }
        Instant reached = reached(feed, before);
        boolean older = sound(before).stream()
                .map(TakenFile::extractedAt)
                .anyMatch(other -> other != null && other.isAfter(extracted));
        if (older) {
            return trouble(Kind.BACKWARDS, "it is older than a file that was read before it");
        }
        if (!feed.full() && reached != null && begin(feed, extracted).isAfter(reached)) {
            return trouble(Kind.GAP, "something is missing between it and the last file before it that was complete");
        }
        return Optional.empty();
    }

    private static Instant begin(Feed feed, Instant extracted) {
        Duration covers = feed.usual().covers();
        return feed.full() || covers == null ? Instant.MIN : extracted.minus(covers);
    }

    private static Optional<FeedTrouble> size(Feed feed, TakenFile file, List<TakenFile> before) {
        if (file.troubles().stream().anyMatch(trouble -> trouble.kind() == Kind.EMPTY)) {
            return Optional.empty();
        }
        long[] rows = sound(before).stream()
                .limit(FILES)
                .mapToLong(TakenFile::rows)
                .sorted()
                .toArray();
        long usual = rows.length < FEWEST_FILES ? 0 : rows[(rows.length - 1) / 2];
        return file.rows() * 100 < usual * feed.usual().smallest()
                ? trouble(Kind.SMALL, "it has " + file.rows() + " rows, where " + usual + " are usual")
                : Optional.empty();
    }

    private static List<TakenFile> sound(List<TakenFile> files) {
        return files.stream().filter(TakenFile::sound).toList();
    }

    private static Optional<FeedTrouble> trouble(Kind kind, String text) {
        return Optional.of(new FeedTrouble(kind, text));
    }
}
