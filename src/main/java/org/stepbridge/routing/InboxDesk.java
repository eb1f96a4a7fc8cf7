package org.stepbridge.routing;

import org.springframework.stereotype.Component;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileIntake;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;

/** Where the inboxes are held against the books. */
@Component("inboxDesk")
final class InboxDesk {
    private final FileIntake intake;
    private final Packs packs;
    private final Home home;

    InboxDesk(FileIntake intake, Packs packs, Home home) {
        this.intake = intake;
        this.packs = packs;
        this.home = home;
    }

    /** Makes up for notes of moved files that a process which stopped, or a database that was away, left unmade. */
    public void noteMoved() {
        for (Pack pack : packs.live()) {
            for (Feed feed : pack.feeds()) {
                intake.noteMoved(pack.authority(), feed, home.path().resolve(feed.directory()));
            }
        }
    }
}
