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
import org.stepbridge.casework.Inboxes.UnreadFile;

/** Tells once when a mailbox cannot be read, and once when it can again; it is tried on all the same. */
final class MailboxWatch implements PollingConsumerPollStrategy, ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);

    private final String authority;
    private final Clock clock;
    private volatile @Nullable Instant away;

    MailboxWatch(String authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (away != null) {
            LOG.info("{}: the mailbox can be read again", authority);
        }
        away = null;
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        if (away == null) {
            LOG.error(
                    "{}: the mailbox cannot be read: {}. Is the server up and the account right? It is tried on.",
                    authority,
                    cause.getClass().getSimpleName());
            away = clock.instant();
        }
        return false;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(@Nullable String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable exception) {
        // a poll that failed has been told by rollback, a mail that stays by its route: both without others' texts
    }

    /** What people are told. */
    Optional<UnreadFile> trouble() {
        return Optional.ofNullable(away)
                .map(since -> new UnreadFile(
                        authority,
                        "mailbox",
                        "replies and status reports",
                        since,
                        "The mailbox cannot be read. Is the server up and the account right? It is tried on."));
    }
}
