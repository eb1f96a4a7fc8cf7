package org.stepbridge.routing;

import org.springframework.stereotype.Component;
import org.stepbridge.casework.PackChanges;

/** Where a route has packs taken over that another node has put in force. */
@Component("packDesk")
final class PackDesk {
    private final PackChanges changes;

    PackDesk(PackChanges changes) {
        this.changes = changes;
    }

    /** Takes them over. */
    public void renew() {
        changes.renew();
    }
}
