package org.stepbridge.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the protocol says of a request, and everything that follows from it.
 *
 * @param outcome where it goes
 * @param sentence the verdict in one plain sentence without personal data
 * @param reasons every reason with its clause, the deciding one first
 * @param flags what people should know
 * @param evidence the verdict on the notes, null where the protocol asks for none
 * @param dispatches what is sent out because of it
 * @param tasks what people must do because of it
 * @param clocks which deadlines start
 * @param protocol the protocol that decided
 * @param checklist the protocol's names of what people should see to now that it is accepted
 */
public record Decision(
        Outcome outcome,
        String sentence,
        List<Reason> reasons,
        List<Flag> flags,
        @Nullable Verdict evidence,
        List<Dispatch> dispatches,
        List<TaskStart> tasks,
        List<ClockStart> clocks,
        ProtocolVersion protocol,
        List<String> checklist) {
    public Decision {
        checklist = List.copyOf(checklist);
        reasons = List.copyOf(reasons);
        flags = List.copyOf(flags);
        dispatches = List.copyOf(dispatches);
        tasks = List.copyOf(tasks);
        clocks = List.copyOf(clocks);
    }

    /** A decision that asks nothing further of people. */
    public Decision(
            Outcome outcome,
            String sentence,
            List<Reason> reasons,
            List<Flag> flags,
            @Nullable Verdict evidence,
            List<Dispatch> dispatches,
            List<TaskStart> tasks,
            List<ClockStart> clocks,
            ProtocolVersion protocol) {
        this(outcome, sentence, reasons, flags, evidence, dispatches, tasks, clocks, protocol, List.of());
    }
}
