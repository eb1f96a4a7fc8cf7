package org.stepbridge.casework;

import java.time.Instant;
import java.util.List;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;

/** Which requests came again after they had been returned. */
@FunctionalInterface
public interface Resubmissions {

    /** Every return and what came after it in the history that this request is part of, oldest first. */
    List<Resubmission> history(List<Authority> authorities, Reference reference);

    /**
     * A return and what came after it: a later version of the same request, or a new one for the same child and kind.
     *
     * @param returned what was returned
     * @param returnedVersion which version of it
     * @param returnedAt when
     * @param why the decision in a sentence
     * @param by what came after it
     * @param version which version of that
     * @param at when it came
     */
    record Resubmission(
            Reference returned,
            int returnedVersion,
            Instant returnedAt,
            String why,
            Reference by,
            int version,
            Instant at) {}
}
