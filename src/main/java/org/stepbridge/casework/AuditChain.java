package org.stepbridge.casework;

/**
 * Seals the audit's entries in blocks, each of which holds the hash of the one before it, so that a later change to the
 * audit shows (G7). Sealing is off the hot path: an entry is sealed some time after it was made.
 */
public interface AuditChain {

    /**
     * Seals the entries before which no other can appear any more.
     *
     * @return how many entries were sealed
     */
    int seal();

    /** Holds every sealed entry against its seal. */
    Verification verify();

    /**
     * What holding the audit against its seals has shown.
     *
     * @param sealed how many entries are sealed and as they were
     * @param unsealed how many entries are too new to be sealed
     * @param broken the first place where it is not as it was sealed, with what was done there; empty when there is none
     */
    record Verification(long sealed, long unsealed, String broken) {
        /** Whether nothing has been changed, removed, put in or put in another order. */
        public boolean whole() {
            return broken.isEmpty();
        }
    }
}
