package org.stepbridge.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.model.Authority;

/** Tells once when a server cannot be reached, and once when it can again; it is tried on all the same. */
final class FetchWatch implements PollingConsumerPollStrategy, ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FetchWatch.class);

    private final Authority authority;
    private final Feed feed;
    private final Clock clock;
    private volatile boolean foundNothing;
    private volatile @Nullable Trouble trouble;

    private record Trouble(Instant since, String problem) {}

    FetchWatch(Authority authority, Feed feed, Clock clock) {
        this.authority = authority;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (trouble != null) {
            LOG.info("{} {}: the server can be reached again", authority, feed.id());
        }
        trouble = null;
        foundNothing = polledMessages == 0;
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        if (trouble == null) {
            Throwable root = cause;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            failed(
                    "The server cannot be reached or does not let us in ("
                            + root.getClass().getSimpleName()
                            + "). Is it up, its key among the known hosts and the account right? It is tried on and nothing is lost.");
        }
        return false;
    }

    @Override
    public void handleException(Throwable exception) {
        // a poll that failed has been told by rollback, without the stack trace and the address that Camel would add
    }

    @Override
    public void handleException(@Nullable String message, Throwable exception) {
        handleException(exception);
    }

    @Override
    public void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable exception) {
        if (exchange != null) {
            LOG.warn(
                    "{} {}: a file stays on the server and is fetched again: {}",
                    authority,
                    feed.id(),
                    exception.getClass().getSimpleName());
        }
    }

    /** Is told once, until it is cured. */
    void failed(String problem) {
        LOG.error("{} {}: {}", authority, feed.id(), problem);
        trouble = new Trouble(clock.instant(), problem);
        foundNothing = true;
    }

    /** What people are told on the Feeds page. */
    Optional<UnreadFile> trouble() {
        return Optional.ofNullable(trouble)
                .map(now -> new UnreadFile(authority.name(), feed.directory(), feed.id(), now.since(), now.problem()));
    }

    /** Whether the last poll has brought nothing, or could not be made. */
    boolean foundNothing() {
        return foundNothing;
    }
}
