package org.stepbridge.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Queues.Due;
import org.stepbridge.casework.Queues.Queued;
import org.stepbridge.model.Flag;

/**
 * A request that waits for the hub or MASH, in words.
 *
 * @param what its type, its programme, its authority where there are several, and its locality
 * @param standing how long it has waited
 * @param due its deadline and how it stands; empty when none runs
 * @param late whether that is over
 * @param said what was said of it already; empty for nothing
 * @param seen the decision that stands
 */
record QueueCard(
        String reference,
        List<String> what,
        boolean urgent,
        String state,
        String tag,
        String standing,
        String sentence,
        List<Flag> flags,
        String due,
        String clause,
        boolean late,
        String said,
        long seen) {

    static QueueCard of(Queued line, Pack pack, boolean several, Instant now) {
        Due due = line.due();
        return new QueueCard(
                line.reference().value(),
                Stream.of(
                                line.type().isEmpty() ? "Unknown type" : pack.typeTitle(line.type()),
                                line.programme(),
                                several ? pack.title() : "",
                                line.locality())
                        .filter(part -> !part.isEmpty())
                        .toList(),
                line.urgent(),
                StateWords.title(line.state()),
                StateWords.tag(line.state()),
                Times.age(line.since(), now),
                line.sentence(),
                line.flags(),
                due == null
                        ? ""
                        : pack.clockTitle(line.type(), due.clock()) + ": due " + Times.deadline(due.at(), pack.zone())
                                + ", " + Times.due(due.at(), now, pack),
                due == null ? "" : due.clause(),
                due != null && !now.isBefore(due.at()),
                line.said() == null ? "" : RequestFacts.title(line.said().label()),
                line.seen());
    }
}
