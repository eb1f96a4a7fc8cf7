package org.stepbridge.casework;

import org.stepbridge.model.Authority;

/** The mailboxes that replies are read from. */
@FunctionalInterface
public interface Mailboxes {

    /** Whether what comes to the address that this authority's mail is sent from is read. */
    boolean read(Authority authority);
}
