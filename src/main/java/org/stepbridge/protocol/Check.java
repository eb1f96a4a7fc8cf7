package org.stepbridge.protocol;

import java.util.List;
import java.util.Set;
import org.stepbridge.model.Request;

/**
 * A rule about the request itself.
 *
 * @param id its name, which is the code of the reason or flag
 * @param clause the clause it comes from
 * @param when the condition under which it speaks
 * @param then what follows
 * @param text what people read: one sentence without personal data; a question where it holds
 * @param shown what of the request stands with the text
 * @param notices who is told: where it returns, of the return; where it flags, once the request is accepted
 * @param needs items of the checklist that must be ticked before a person sends on what it speaks of
 */
public record Check(
        String id,
        String clause,
        Condition when,
        Consequence then,
        String text,
        Shown shown,
        List<Notice> notices,
        Set<String> needs) {
    /**
     * A field whose value people need to act on what a rule says, such as the team that had a case before.
     *
     * @param as what people call it
     * @param field the request's field; never one with personal data of the child
     */
    public record Shown(String as, String field) {
        /** Nothing. */
        public static final Shown NOTHING = new Shown("", "");
    }

    public Check {
        notices = List.copyOf(notices);
        needs = Set.copyOf(needs);
    }

    /** A rule whose text says all. */
    public Check(String id, String clause, Condition when, Consequence then, String text, List<Notice> notices) {
        this(id, clause, when, then, text, Shown.NOTHING, notices, Set.of());
    }

    /** What people read about this request. */
    String textAbout(Request request) {
        if (shown.equals(Shown.NOTHING)) {
            return text;
        }
        String value = Fields.of(request, shown.field()).strip();
        return text + " " + shown.as() + ": " + (value.isEmpty() ? "not given" : value) + ".";
    }
}
