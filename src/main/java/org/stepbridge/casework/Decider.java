package org.stepbridge.casework;

import org.stepbridge.model.Decision;

/** Decides cases. Pure: the same case gives the same decision. */
@FunctionalInterface
public interface Decider {

    /** What the protocol says of this case. */
    Decision decide(Case aCase);
}
