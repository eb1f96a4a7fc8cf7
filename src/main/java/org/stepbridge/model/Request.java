package org.stepbridge.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transfer request as one system exported it: co-working, step-down, step-up or whatever else a pack defines.
 *
 * @param authority whose protocol decides it
 * @param source the system it was raised in
 * @param sourceId its id there, such as {@code TR1000001}; unique within authority and source
 * @param type the pack's request type, such as {@code co-working}; empty when the export's word for it is unknown
 * @param child whom it is about
 * @param locality where the family lives, in the pack's words; empty when not given
 * @param requestedAt when it was raised; null only for a step-up whose date could not be read
 * @param details all other fields
 */
public record Request(
        Authority authority,
        SourceSystem source,
        String sourceId,
        String type,
        Child child,
        String locality,
        @Nullable Instant requestedAt,
        Details details) {

    @Override
    public String toString() {
        return "Request[" + authority + " " + source + " " + type + " " + sourceId + "]";
    }
}
