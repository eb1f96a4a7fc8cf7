package org.stepbridge.routing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.GivenUpFiles;
import org.stepbridge.casework.Inboxes.UnreadFile;

/** The mailboxes that cannot be read, for the Feeds page. */
@Component
final class MailboxWatches implements GivenUpFiles {
    private final List<MailboxWatch> watches = new CopyOnWriteArrayList<>();
    private final Clock clock;

    MailboxWatches(Clock clock) {
        this.clock = clock;
    }

    /** What watches over the polls of this authority's mailbox. */
    MailboxWatch of(String authority) {
        MailboxWatch watch = new MailboxWatch(authority, clock);
        watches.add(watch);
        return watch;
    }

    @Override
    public List<UnreadFile> givenUp() {
        return watches.stream()
                .map(MailboxWatch::trouble)
                .flatMap(Optional::stream)
                .toList();
    }
}
