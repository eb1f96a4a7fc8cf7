package org.stepbridge.web;

import java.time.Instant;
import org.stepbridge.casework.ClockReport.Line;
import org.stepbridge.casework.Pack;

/**
 * A deadline, in words.
 *
 * @param late whether it is over
 * @param half which system lacks the record; empty when neither has it
 */
record ClockRow(
        String reference,
        String clock,
        String clause,
        String locality,
        String team,
        String due,
        String standing,
        boolean late,
        String half) {

    static ClockRow of(Line line, Pack pack, Instant now) {
        return new ClockRow(
                line.reference().value(),
                pack.clockTitle(line.type(), line.clock()),
                line.clause(),
                line.locality(),
                line.team(),
                Times.deadline(line.dueAt(), pack.zone()),
                Times.due(line.dueAt(), now, pack),
                !now.isBefore(line.dueAt()),
                line.halfOn() == null ? "" : "Recorded on " + line.halfOn() + " only");
    }
}
