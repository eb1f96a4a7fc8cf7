package org.stepbridge.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.model.RequestState;

/**
 * A request with the decision about it, on its way into the tables.
 *
 * @param id its number
 * @param version the version decided
 * @param decisionId the decision's number
 */
record Decided(long id, Reference reference, int version, Request request, long decisionId, Decision decision) {

    RequestState state() {
        return decision.outcome().state();
    }

    boolean urgent() {
        return decision.outcome() instanceof org.stepbridge.model.Outcome.ForMash mash && mash.urgent();
    }

    @Nullable
    Instant needs() {
        return decision.outcome() instanceof org.stepbridge.model.Outcome.Waiting waiting ? waiting.needs() : null;
    }
}
