package org.stepbridge.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Overview.RequestLine;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;

/** Requests in a list, as phrases; everything that is not said is ordinary. */
record RequestLines(
        int number,
        String type,
        RequestState state,
        boolean urgent,
        @Nullable Instant requestedAt,
        String sentence,
        List<Reason> reasons,
        List<Flag> flags) {

    static RequestLines aRequest(int number) {
        return new RequestLines(
                number,
                "Co-working request",
                RequestState.ALLOCATED,
                false,
                PagesApp.NOW.minus(Duration.ofDays(3)),
                "Accepted for the North tray.",
                List.of(),
                List.of());
    }

    RequestLines in(RequestState newState) {
        return new RequestLines(number, type, newState, urgent, requestedAt, sentence, reasons, flags);
    }

    RequestLines called(String newType) {
        return new RequestLines(number, newType, state, urgent, requestedAt, sentence, reasons, flags);
    }

    RequestLines thatIsUrgent() {
        return new RequestLines(number, type, state, true, requestedAt, sentence, reasons, flags);
    }

    RequestLines askedAt(@Nullable Instant at) {
        return new RequestLines(number, type, state, urgent, at, sentence, reasons, flags);
    }

    RequestLines decided(String newSentence, Reason... newReasons) {
        return new RequestLines(number, type, state, urgent, requestedAt, newSentence, List.of(newReasons), flags);
    }

    RequestLines flagged(Flag... newFlags) {
        return new RequestLines(number, type, state, urgent, requestedAt, sentence, reasons, List.of(newFlags));
    }

    Reference reference() {
        return Reference.of("ROT", 2026, number);
    }

    RequestLine line() {
        return new RequestLine(
                reference(),
                PagesApp.ROTHERHAM,
                type,
                "TR" + (1_000_000 + number),
                state,
                urgent,
                "North",
                requestedAt,
                PagesApp.NOW.minus(Duration.ofDays(2)),
                PagesApp.NOW.minus(Duration.ofHours(5)),
                sentence,
                reasons,
                flags);
    }
}
