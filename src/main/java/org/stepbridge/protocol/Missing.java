package org.stepbridge.protocol;

import java.util.List;

/**
 * What follows when evidence is missing.
 *
 * @param then return, hold or flag
 * @param clause the clause that says so
 * @param reason the reason's code
 * @param text the reason in one sentence without personal data
 * @param notices who is told: where it returns, of the return; where it flags, once the request is accepted
 */
public record Missing(Consequence then, String clause, String reason, String text, List<Notice> notices) {
    public Missing {
        notices = List.copyOf(notices);
    }
}
