package org.stepbridge.casework;

import org.stepbridge.model.Decision;
import org.stepbridge.model.Request;

/** Decides cases. Pure: the same case gives the same decision. */
@FunctionalInterface
public interface Decider {

    /** What the protocol says of this case. */
    Decision decide(Case aCase);

    /** Whether notes can decide this request; where they cannot, none are looked up. */
    default boolean readsNotes(Request request) {
        return true;
    }
}
