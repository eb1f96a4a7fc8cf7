package org.stepbridge.casework;

import java.util.Optional;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;
import org.stepbridge.model.SourceSystem;

/** Finds requests by what their source calls them. */
@FunctionalInterface
public interface KnownRequests {

    /** The request of this id, if it has been taken in. */
    Optional<Known> find(Authority authority, SourceSystem source, String sourceId);

    /** A request as others may name it. */
    record Known(Reference reference, RequestState state) {}
}
