package org.stepbridge.casework;

import java.util.List;
import org.stepbridge.casework.Overview.AttentionLine;
import org.stepbridge.model.Authority;

/** Tells people of what has stood still for too long (G9). Every call is one transaction. */
@FunctionalInterface
public interface Alarms {

    /**
     * Notices what stands still, forgets what moves again, and tells everybody on the pack's ladder whose turn has come: one
     * email for all that they have not been told of. An overdue clock is among it once it has nothing more to tell of its
     * own. Nodes that do this at once tell nobody twice.
     *
     * @param unread what lies unread in this authority's inboxes
     * @return how many emails were put into the outbox
     */
    int raise(Authority authority, List<AttentionLine> unread);
}
