package org.stepbridge.casework;

/** What people do by hand. */
public interface Actions {

    /**
     * Does it in one transaction: the new decision with all that follows from it, what it ends and starts, and the audit
     * entry with the actor and the reason commit together or not at all. The request is locked meanwhile, so of two
     * people who act on what both saw, the second is told.
     *
     * @param decider decides again where the action asks for it
     */
    DeedResult perform(Deed deed, Decider decider);
}
