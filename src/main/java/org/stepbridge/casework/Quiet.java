package org.stepbridge.casework;

/** Tells when there is nothing left to take in. */
public interface Quiet {

    /**
     * Whether no feed has a file in its inbox, no file is being read and no request is left to be checked again.
     * Deliveries are not looked at: {@link Outbox#unfinished(int)} counts those.
     */
    boolean idle();
}
