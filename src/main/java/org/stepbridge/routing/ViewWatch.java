package org.stepbridge.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.model.Authority;

/** Watches over the polls of one view: when the next is due, what the last brought, and since when it is in trouble. */
final class ViewWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ViewWatch.class);

    private record Trouble(Instant since, String problem) {}

    private final Authority authority;
    private final Feed feed;
    private final SqlSettings settings;
    private final Clock clock;
    private volatile @Nullable Instant tried;
    private volatile String last = "";
    private volatile @Nullable Trouble trouble;

    ViewWatch(Authority authority, Feed feed, SqlSettings settings, Clock clock) {
        this.authority = authority;
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
    }

    String id() {
        return authority + " " + feed.id();
    }

    Authority authority() {
        return authority;
    }

    Feed feed() {
        return feed;
    }

    Duration overlap() {
        return settings.overlap();
    }

    /** Whether it is time for a poll. */
    boolean due() {
        Instant before = tried;
        return before == null || !clock.instant().isBefore(before.plus(settings.poll()));
    }

    /** Whether a poll has been made or has failed since the start. */
    boolean tried() {
        return tried != null;
    }

    boolean isLast(String name, String hash) {
        return last.equals(name + " " + hash);
    }

    void last(String name, String hash) {
        last = name + " " + hash;
    }

    void polled() {
        if (trouble != null) {
            LOG.info("{}: its view can be read again", id());
        }
        trouble = null;
        tried = clock.instant();
    }

    /** Is told once, until it is cured or another. */
    void failed(String problem) {
        Trouble before = trouble;
        if (before == null || !before.problem().equals(problem)) {
            LOG.error("{}: {}", id(), problem);
            trouble = new Trouble(before == null ? clock.instant() : before.since(), problem);
        }
        tried = clock.instant();
    }

    /** What people are told on the Feeds page. */
    Optional<UnreadFile> trouble() {
        return Optional.ofNullable(trouble)
                .map(now -> new UnreadFile(authority.name(), feed.directory(), feed.id(), now.since(), now.problem()));
    }
}
