package org.stepbridge.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Overview.RequestLine;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Reason;

/**
 * Requests in a list, as the API gives them: without personal data.
 *
 * @param next the address of the next page; null on the last
 */
record ApiList(List<Line> requests, @Nullable String next) {

    /** One of them. */
    record Line(
            String reference,
            String authority,
            String type,
            String sourceId,
            String state,
            boolean urgent,
            String locality,
            @Nullable Instant requestedAt,
            Instant receivedAt,
            Instant since,
            String sentence,
            List<Reason> reasons,
            List<Flag> flags) {}

    static ApiList of(List<RequestLine> lines, @Nullable String next) {
        return new ApiList(lines.stream().map(ApiList::line).toList(), next);
    }

    private static Line line(RequestLine line) {
        return new Line(
                line.reference().value(),
                line.authority().name(),
                line.type(),
                line.sourceId(),
                line.state().label(),
                line.urgent(),
                line.locality(),
                line.requestedAt(),
                line.receivedAt(),
                line.since(),
                line.sentence(),
                line.reasons(),
                line.flags());
    }
}
