package org.stepbridge.routing;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells once when a server cannot be reached, and once when it can again; it is tried on all the same. */
final class FetchWatch implements PollingConsumerPollStrategy, ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FetchWatch.class);

    private final String feed;
    private volatile boolean foundNothing;
    private volatile boolean away;

    FetchWatch(String feed) {
        this.feed = feed;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (away) {
            LOG.info("{}: the server can be reached again", feed);
        }
        away = false;
        foundNothing = polledMessages == 0;
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        if (!away) {
            Throwable root = cause;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            LOG.error(
                    "{}: the server cannot be reached or does not let us in: {}. Is it up, its key among the known hosts and"
                            + " the account right? It is tried on.",
                    feed,
                    root.getClass().getSimpleName());
        }
        away = true;
        foundNothing = true;
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
                    "{}: a file stays on the server and is fetched again: {}",
                    feed,
                    exception.getClass().getSimpleName());
        }
    }

    /** Whether the last poll has brought nothing, or could not be made. */
    boolean foundNothing() {
        return foundNothing;
    }
}
