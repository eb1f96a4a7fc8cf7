package org.stepbridge.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Resubmissions.Resubmission;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Reference;

/** What follows from the decisions about a request, in words. */
final class FollowRows {
    private FollowRows() {}

    /**
     * A delivery.
     *
     * @param message whether it is one message about this request, not a file of many
     * @param trouble whether a person must act
     */
    record Delivery(
            UUID id,
            String way,
            String to,
            String state,
            boolean message,
            boolean arrived,
            boolean trouble,
            String when,
            String problem) {}

    /** A deadline; {@code late} when it was missed or is overdue. */
    record Deadline(long id, String name, String clause, String due, String standing, boolean running, boolean late) {}

    /** Something to do, or done. */
    record Task(long id, String text, String clause, boolean urgent, boolean open, boolean phoneCall, String when) {}

    /** What the hub or MASH decided. */
    record Outcome(String words, String rationale, String when) {}

    /** Something that people see to; {@code when} is empty until somebody has. */
    record Item(String id, String text, String clause, String when) {}

    /** A request that belongs to this one. */
    record Linked(String reference, String words) {}

    /** What is asked of people, by the decision or before something may happen, with the last time it was seen to. */
    static List<Item> checklist(CaseFile file, Pack pack) {
        Set<String> asked = new HashSet<>(file.ruling().decision().checklist());
        pack.course().recordable(file.request()).forEach(event -> asked.addAll(event.needs()));
        asked.addAll(pack.course()
                .neededToSend(
                        file.request().type(),
                        file.ruling().decision().reasons().stream()
                                .map(Reason::code)
                                .collect(Collectors.toSet())));
        return pack.course().checklist(file.request().type()).stream()
                .filter(item -> asked.contains(item.id()))
                .map(item -> new Item(item.id(), item.text(), item.clause(), ticked(file, item.id(), pack.zone())))
                .toList();
    }

    private static String ticked(CaseFile file, String item, ZoneId zone) {
        return file.follows().ticks().stream()
                .filter(tick -> tick.item().equals(item))
                .reduce((earlier, later) -> later)
                .map(tick -> "Done " + Times.moment(tick.at(), zone) + " by " + AuditWords.actor(tick.by()))
                .orElse("");
    }

    static List<Linked> linked(CaseFile file, Pack pack) {
        return file.follows().linked().stream()
                .map(other -> new Linked(
                        other.reference().value(),
                        pack.typeTitle(other.type())
                                + (other.origin() ? ", from which this was opened" : ", opened from this")))
                .toList();
    }

    /**
     * A return and what came after it.
     *
     * @param here whether both are this request
     */
    record Again(String returned, String by, boolean here, String when, String why) {}

    static List<Again> again(List<Resubmission> history, Reference reference, ZoneId zone) {
        return history.stream()
                .map(one -> new Again(
                        one.returned().value(),
                        one.by().value(),
                        one.returned().equals(reference) && one.by().equals(reference),
                        "Returned " + Times.moment(one.returnedAt(), zone) + ", came again "
                                + Times.moment(one.at(), zone),
                        one.why()))
                .toList();
    }

    static List<Delivery> deliveries(CaseFile file, ZoneId zone) {
        return file.follows().deliveries().stream()
                .map(sent -> new Delivery(
                        sent.id(),
                        DeliveryTable.title(sent.channel()),
                        sent.name().isEmpty() ? String.join(", ", sent.recipients()) : sent.name(),
                        StateWords.title(sent.state()),
                        !sent.channel().isFile(),
                        sent.deliveredAt() != null,
                        sent.state() == DeliveryState.FAILED || sent.state() == DeliveryState.UNCERTAIN,
                        sent.deliveredAt() == null
                                ? "Made " + Times.moment(sent.createdAt(), zone)
                                : Times.moment(sent.deliveredAt(), zone),
                        sent.problem()))
                .toList();
    }

    static List<Deadline> deadlines(CaseFile file, Pack pack, Instant now) {
        return file.follows().clocks().stream()
                .map(clock -> deadline(clock, pack.clockTitle(file.request().type(), clock.clock()), pack, now))
                .toList();
    }

    private static Deadline deadline(CaseFile.Running clock, String title, Pack pack, Instant now) {
        boolean running = clock.metAt() == null && clock.stoppedAt() == null;
        boolean late =
                clock.metAt() != null ? clock.metAt().isAfter(clock.dueAt()) : running && !now.isBefore(clock.dueAt());
        return new Deadline(
                clock.id(),
                title,
                clock.clause(),
                Times.deadline(clock.dueAt(), pack.zone()),
                standing(clock, late, pack, now),
                running,
                late);
    }

    private static String standing(CaseFile.Running clock, boolean late, Pack pack, Instant now) {
        ZoneId zone = pack.zone();
        if (clock.metAt() != null) {
            return (late ? "Met late, " : "Met ") + Times.moment(clock.metAt(), zone);
        }
        if (clock.stoppedAt() != null) {
            return "Stopped " + Times.moment(clock.stoppedAt(), zone);
        }
        return Times.due(clock.dueAt(), now, pack);
    }

    static List<Task> tasks(CaseFile file, ZoneId zone) {
        return file.follows().tasks().stream()
                .map(task -> new Task(
                        task.id(),
                        task.text(),
                        task.clause(),
                        task.urgent(),
                        task.closedAt() == null,
                        task.kind().equals("phone-mash"),
                        task.closedAt() == null
                                ? "Open since " + Times.moment(task.openedAt(), zone)
                                : "Closed " + Times.moment(task.closedAt(), zone)
                                        + (task.closedBy().isEmpty()
                                                ? ""
                                                : " by " + AuditWords.actor(task.closedBy()))))
                .toList();
    }

    static List<Outcome> outcomes(CaseFile file, ZoneId zone) {
        return file.follows().outcomes().stream()
                .map(outcome -> new Outcome(
                        (outcome.party().equals("hub") ? "The hub: " : "MASH: ")
                                + outcome.said()
                                + (outcome.starts() == null ? "" : ", starting " + Times.day(outcome.starts())),
                        outcome.rationale(),
                        Times.moment(outcome.at(), zone) + " by " + AuditWords.actor(outcome.by())))
                .toList();
    }
}
