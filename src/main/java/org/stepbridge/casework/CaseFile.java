package org.stepbridge.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Decision;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Note;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.model.RequestState;

/**
 * Everything about one request.
 *
 * @param request what was asked, in its latest version
 * @param noticed what was noticed when it was taken in
 * @param standing how it stands
 * @param ruling what was decided last
 * @param notes those that the decision considered, as they are now; without those that have been purged
 * @param follows what follows from its decisions
 * @param timeline what happened, oldest first
 * @param views who has looked, latest first
 */
public record CaseFile(
        Request request,
        List<Flag> noticed,
        Standing standing,
        Ruled ruling,
        List<Note> notes,
        Follows follows,
        List<Entry> timeline,
        List<Entry> views) {
    public CaseFile {
        noticed = List.copyOf(noticed);
        notes = List.copyOf(notes);
        timeline = List.copyOf(timeline);
        views = List.copyOf(views);
    }

    @Override
    public String toString() {
        return "CaseFile[" + standing.reference() + "]";
    }

    /**
     * How a request stands.
     *
     * @param version how many times it has come with other content, counted from one
     * @param since when it came into this state
     */
    public record Standing(
            Reference reference, RequestState state, Instant since, boolean urgent, int version, Instant receivedAt) {}

    /**
     * A decision that was made.
     *
     * @param id what a deed names as seen
     */
    public record Ruled(long id, Instant at, Decision decision) {}

    /** What follows from the decisions about a request, each oldest first. */
    public record Follows(
            List<Sent> deliveries,
            List<Running> clocks,
            List<ToDo> tasks,
            List<Outside> outcomes,
            List<Ticked> ticks,
            List<Linked> linked) {
        public Follows {
            ticks = List.copyOf(ticks);
            linked = List.copyOf(linked);
            deliveries = List.copyOf(deliveries);
            clocks = List.copyOf(clocks);
            tasks = List.copyOf(tasks);
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Something on the checklist that somebody has ticked off; for a clock that comes again, each time anew. */
    public record Ticked(String item, Instant at, String by) {}

    /**
     * A request that was opened from this one, or that this one was opened from.
     *
     * @param origin whether this one was opened from it
     * @param type its type
     */
    public record Linked(Reference reference, boolean origin, String type) {}

    /**
     * A delivery that is about the request, alone or among others.
     *
     * @param name the file's name; empty for messages
     * @param recipients email addresses
     * @param deliveredAt when it arrived; null when it has not
     * @param problem what went wrong last; empty when nothing did
     */
    public record Sent(
            UUID id,
            Channel channel,
            String name,
            String template,
            List<String> recipients,
            DeliveryState state,
            int attempts,
            Instant createdAt,
            @Nullable Instant deliveredAt,
            String problem) {}

    /** A deadline: met, missed or running; {@code stoppedAt} when a later decision took it away. */
    public record Running(
            long id,
            String clock,
            String clause,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant metAt,
            @Nullable Instant stoppedAt) {}

    /** Something that a person must do, or has done. */
    public record ToDo(
            long id,
            String kind,
            String clause,
            String text,
            boolean urgent,
            Instant openedAt,
            @Nullable Instant closedAt,
            String closedBy) {}

    /** What the hub or MASH decided. */
    public record Outside(
            String party,
            String said,
            String rationale,
            @Nullable LocalDate starts,
            Instant at,
            String by) {}

    /** An entry of the audit. */
    public record Entry(Instant at, String actor, String action, String detail) {}
}
