package org.stepbridge.protocol;

import java.util.List;

/**
 * The protocol of one type of request.
 *
 * @param type the type's name, such as {@code co-working}
 * @param title what people call it, such as {@code Co-working request}
 * @param urgency when it must leave at once
 * @param evidence what must be proved
 * @param checks rules about the request itself
 * @param destinations where it goes, first match first
 * @param clocks deadlines
 * @param returnTask what a person must do in the source system when it is returned, empty for nothing
 * @param recordingClause the clause by which each outcome is recorded on both systems, empty for none
 * @param followUp what is asked of people once it is decided
 */
public record RequestRules(
        String type,
        String title,
        Urgency urgency,
        List<EvidenceStep> evidence,
        List<Check> checks,
        List<DestinationRule> destinations,
        List<ClockRule> clocks,
        String returnTask,
        String recordingClause,
        FollowUp followUp) {
    public RequestRules {
        evidence = List.copyOf(evidence);
        checks = List.copyOf(checks);
        destinations = List.copyOf(destinations);
        clocks = List.copyOf(clocks);
    }

    /** Rules that ask nothing further once it is decided. */
    public RequestRules(
            String type,
            String title,
            Urgency urgency,
            List<EvidenceStep> evidence,
            List<Check> checks,
            List<DestinationRule> destinations,
            List<ClockRule> clocks,
            String returnTask,
            String recordingClause) {
        this(type, title, urgency, evidence, checks, destinations, clocks, returnTask, recordingClause, FollowUp.NONE);
    }

    /** The places that a person may send such a request to, in the order of its destinations. */
    public List<String> places() {
        return destinations.stream()
                .flatMap(line -> line.to().places().stream())
                .distinct()
                .toList();
    }
}
