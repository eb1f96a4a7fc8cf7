package org.stepbridge.web;

import java.io.Serializable;
import java.time.ZoneId;
import org.stepbridge.casework.DeedResult;

/**
 * What somebody is told of what they did.
 *
 * @param done whether it is done
 * @param title in three or four words
 * @param text what happened, and what to do next
 * @param reason what they wrote, when it was not done, so that nobody has to write it again
 */
record Told(boolean done, String title, String text, String reason) implements Serializable {

    static Told of(DeedResult result, String reason, ZoneId zone) {
        if (result instanceof DeedResult.Done done) {
            return new Told(
                    true,
                    "Done",
                    "It is recorded. The request is now under: " + StateWords.title(done.state()) + ".",
                    "");
        } else if (result instanceof DeedResult.DoneBefore before) {
            return new Told(
                    true, "Already done", "This was done at " + Times.moment(before.at(), zone) + ", once only.", "");
        } else if (result instanceof DeedResult.Changed changed) {
            return new Told(
                    false,
                    "Somebody was quicker",
                    AuditWords.actor(changed.actor()) + " changed this request meanwhile: "
                            + AuditWords.action(changed.what()) + ", "
                            + Times.moment(changed.at(), zone)
                            + ". Nothing of yours was done. Look at it as it stands now.",
                    reason);
        } else if (result instanceof DeedResult.Impossible impossible) {
            return new Told(false, "This could not be done", impossible.why(), reason);
        }
        throw new IllegalArgumentException(
                "nobody is told of " + result.getClass().getSimpleName());
    }

    static Told incomplete(String reason) {
        return new Told(
                false,
                "This could not be done",
                "Something was left out of the form, or is not a date. Fill it in again.",
                reason);
    }
}
