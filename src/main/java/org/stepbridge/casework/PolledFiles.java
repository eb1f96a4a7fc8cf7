package org.stepbridge.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Authority;

/** What the ledger knows of the files that polls of views were kept in, so that the next poll goes on from there. */
public interface PolledFiles {

    /**
     * How far the polls of this feed have been taken in: the latest extract time among their files whose rows are all
     * committed and which had no trouble. What a crash keeps from being committed is therefore polled again.
     *
     * @return null when there is none
     */
    @Nullable
    Instant reached(Authority authority, String feed);

    /** Whether every row of a file of this name and content (SHA-256, hexadecimal) has been committed. */
    boolean holds(Authority authority, String feed, String name, String contentHash);
}
