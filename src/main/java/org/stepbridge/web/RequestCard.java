package org.stepbridge.web;

import java.time.Instant;
import java.util.List;
import org.stepbridge.casework.Overview.RequestLine;
import org.stepbridge.casework.Pack;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Reason;

/**
 * A request in the list, in words.
 *
 * @param what its type, its authority where there are several, its locality and its id in the source system
 * @param asked when it was asked for, and how long ago
 * @param standing how long it has been in its state
 * @param verdict what was decided, said first
 * @param reasons what else was decided by
 */
record RequestCard(
        String reference,
        List<String> what,
        boolean urgent,
        String state,
        String tag,
        String asked,
        String standing,
        List<Reason> verdict,
        List<Reason> reasons,
        List<Flag> flags) {

    static RequestCard of(RequestLine line, Pack pack, boolean several, Instant now) {
        Verdicts words = Verdicts.of(line.sentence(), line.reasons());
        return new RequestCard(
                line.reference().value(),
                what(line, pack, several),
                line.urgent(),
                StateWords.title(line.state()),
                StateWords.tag(line.state()),
                asked(line, pack, now),
                Times.age(line.since(), now),
                words.first(),
                words.rest(),
                line.flags());
    }

    private static List<String> what(RequestLine line, Pack pack, boolean several) {
        String type = line.type().isEmpty() ? "Unknown type" : pack.typeTitle(line.type());
        return List.of(type, several ? pack.title() : "", line.locality(), line.sourceId()).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String asked(RequestLine line, Pack pack, Instant now) {
        Instant at = line.requestedAt();
        if (at == null) {
            return "Date not readable; received " + Times.moment(line.receivedAt(), pack.zone());
        }
        String age = at.isAfter(now) ? "dated in the future" : Times.age(at, now) + " ago";
        return Times.moment(at, pack.zone()) + ", " + age;
    }
}
