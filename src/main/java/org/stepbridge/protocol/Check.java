package org.stepbridge.protocol;

import java.util.List;

/**
 * A rule about the request itself.
 *
 * @param id its name, which is the code of the reason or flag
 * @param clause the clause it comes from
 * @param when the condition under which it speaks
 * @param then what follows
 * @param text what people read: one sentence without personal data; a question where it holds
 * @param notices who is told: where it returns, of the return; where it flags, once the request is accepted
 */
public record Check(String id, String clause, Condition when, Consequence then, String text, List<Notice> notices) {
    public Check {
        notices = List.copyOf(notices);
    }
}
