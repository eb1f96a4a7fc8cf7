package org.stepbridge.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;

/** Gives what a delivery says about a request to whoever may read it. That it was read commits in the audit with it. */
public interface SentParcels {

    /**
     * The delivery as it was pinned, with what it says about this request and not about any other; empty when there is no
     * such delivery of these authorities.
     *
     * @param actor who reads it
     */
    Optional<Parcel> open(Reference reference, UUID delivery, List<Authority> authorities, String actor);
}
