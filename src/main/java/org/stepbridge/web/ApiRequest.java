package org.stepbridge.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.model.Child;
import org.stepbridge.model.Considered;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.PersonId;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Request;
import org.stepbridge.model.Verdict;

/** Everything about one request, as the API gives it: what the page shows, in the words of the outer contract. */
record ApiRequest(
        String reference,
        String authority,
        String state,
        Instant since,
        boolean urgent,
        int version,
        Instant receivedAt,
        Asked request,
        Decided decision,
        List<Evidence> evidence,
        List<Sent> deliveries,
        List<Clock> clocks,
        List<CaseFile.ToDo> tasks,
        List<CaseFile.Outside> outcomes,
        List<CaseFile.Ticked> checklist,
        List<Linked> linked,
        List<CaseFile.Entry> timeline) {

    /** What was asked. */
    record Asked(
            String source,
            String sourceId,
            String type,
            String locality,
            @Nullable Instant requestedAt,
            About child,
            Map<String, String> details) {}

    /** Whom it is about; what is not known is empty or null. */
    record About(
            String lcsPersonId,
            String ehmPersonId,
            String nhsNumber,
            String upn,
            String surname,
            String forename,
            @Nullable LocalDate dateOfBirth) {}

    /**
     * What was decided last.
     *
     * @param question what a person has to find out; null where nobody is asked
     */
    record Decided(
            Instant at,
            String sentence,
            @Nullable String question,
            List<Reason> reasons,
            List<Flag> flags,
            String protocolVersion,
            String protocolHash) {}

    /** A note that was considered, with the words that decided. */
    record Evidence(
            String noteId,
            @Nullable LocalDate date,
            String author,
            String authorRole,
            boolean counts,
            String why,
            List<String> words) {}

    /** A delivery. */
    record Sent(
            String id,
            String channel,
            String name,
            List<String> recipients,
            String state,
            int attempts,
            Instant createdAt,
            @Nullable Instant deliveredAt,
            String problem) {}

    /** A request that was opened from this one, or, where it is the origin, the one that this was opened from. */
    record Linked(String reference, boolean origin, String type) {}

    /** A deadline. */
    record Clock(
            String clock,
            String clause,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant metAt,
            @Nullable Instant stoppedAt) {}

    static ApiRequest of(CaseFile file) {
        var standing = file.standing();
        Verdict evidence = file.ruling().decision().evidence();
        return new ApiRequest(
                standing.reference().value(),
                file.request().authority().name(),
                standing.state().label(),
                standing.since(),
                standing.urgent(),
                standing.version(),
                standing.receivedAt(),
                asked(file.request()),
                decided(file.ruling()),
                evidence == null
                        ? List.of()
                        : evidence.considered().stream()
                                .map(ApiRequest::evidence)
                                .toList(),
                file.follows().deliveries().stream().map(ApiRequest::sent).toList(),
                file.follows().clocks().stream().map(ApiRequest::clock).toList(),
                file.follows().tasks(),
                file.follows().outcomes(),
                file.follows().ticks(),
                file.follows().linked().stream()
                        .map(other -> new Linked(other.reference().value(), other.origin(), other.type()))
                        .toList(),
                file.timeline());
    }

    private static Asked asked(Request request) {
        Child child = request.child();
        return new Asked(
                request.source().name(),
                request.sourceId(),
                request.type(),
                request.locality(),
                request.requestedAt(),
                new About(
                        id(child.lcs()),
                        id(child.ehm()),
                        id(child.nhs()),
                        id(child.upn()),
                        child.surname(),
                        child.forename(),
                        child.dateOfBirth()),
                request.details().sorted());
    }

    private static String id(@Nullable PersonId id) {
        return id == null ? "" : id.value();
    }

    private static Decided decided(CaseFile.Ruled ruling) {
        Decision decision = ruling.decision();
        return new Decided(
                ruling.at(),
                decision.sentence(),
                decision.outcome() instanceof Outcome.Held held ? held.question() : null,
                decision.reasons(),
                decision.flags(),
                decision.protocol().version(),
                decision.protocol().contentHash());
    }

    private static Evidence evidence(Considered note) {
        return new Evidence(
                note.noteId(),
                note.date(),
                note.author(),
                note.authorRole(),
                note.counts(),
                note.why(),
                note.spans().stream().map(span -> span.words()).toList());
    }

    private static Sent sent(CaseFile.Sent sent) {
        return new Sent(
                sent.id().toString(),
                sent.channel().label(),
                sent.name(),
                sent.recipients(),
                sent.state().label(),
                sent.attempts(),
                sent.createdAt(),
                sent.deliveredAt(),
                sent.problem());
    }

    private static Clock clock(CaseFile.Running clock) {
        return new Clock(
                clock.clock(), clock.clause(), clock.startedAt(), clock.dueAt(), clock.metAt(), clock.stoppedAt());
    }
}
