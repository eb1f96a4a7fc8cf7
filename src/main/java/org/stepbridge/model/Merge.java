package org.stepbridge.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's record that its system marks as merged into another record of the same system.
 *
 * @param merged the number of the record that was merged: an LCS or EHM number
 * @param on the day it was marked
 * @param into the number of the record that it became part of, of the same kind; null when nobody says which
 */
public record Merge(PersonId merged, LocalDate on, @Nullable PersonId into) {
    public Merge {
        boolean system = merged instanceof LcsId || merged instanceof EhmId;
        if (!system || (into != null && into.getClass() != merged.getClass())) {
            throw new IllegalArgumentException("a record of LCS or EHM is merged into another one of the same system");
        }
    }
}
