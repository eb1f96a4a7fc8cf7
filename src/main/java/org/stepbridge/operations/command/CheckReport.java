package org.stepbridge.operations.command;

import java.util.List;
import org.stepbridge.casework.Findings;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Request;

/**
 * What {@code check} found, in the order in which it is told; {@code check --json} prints it by these names.
 *
 * @param pack the pack's folder
 * @param sound whether nothing is wrong
 * @param protocol the version of its protocol; empty when the pack is not sound
 * @param problems what is wrong with the pack, each with file, line and column
 * @param files the exports that were tried
 * @param requests what would happen to each request in them
 */
record CheckReport(
        String pack,
        boolean sound,
        String protocol,
        List<String> problems,
        List<TriedFile> files,
        List<TriedRequest> requests) {

    /**
     * An export.
     *
     * @param feed the feed that takes it; empty when none does
     * @param accepted good rows
     * @param findings how it was found to be written, and columns that are unknown or missing
     * @param trouble what is wrong with the whole of it; empty when nothing is
     * @param rejectedRows its bad rows
     */
    record TriedFile(
            String name,
            String feed,
            long accepted,
            long rejected,
            Findings findings,
            String trouble,
            List<BadRow> rejectedRows) {

        /** A file that cannot even be tried. */
        static TriedFile not(String name, String feed, String trouble) {
            return new TriedFile(name, feed, 0, 0, Findings.NONE, trouble, List.of());
        }

        /** Whether all of it would be taken in. */
        boolean sound() {
            return trouble.isEmpty() && rejected == 0;
        }
    }

    /**
     * A row that would be rejected, without what stands in it.
     *
     * @param row its number as a spreadsheet shows it
     * @param column the heading at fault; empty when it is the whole row
     */
    record BadRow(long row, String column, String problem) {}

    /**
     * What would happen to a request.
     *
     * @param state the state it would be in, as contract.md names them
     * @param why the verdict in one sentence
     */
    record TriedRequest(
            String id,
            String source,
            String type,
            String state,
            List<String> clauses,
            String why,
            List<Reason> reasons,
            List<Flag> flags) {

        static TriedRequest of(Request request, Decision decision) {
            return new TriedRequest(
                    request.sourceId(),
                    request.source().name(),
                    request.type(),
                    decision.outcome().state().label(),
                    decision.reasons().stream()
                            .map(Reason::clause)
                            .filter(clause -> !clause.isEmpty())
                            .distinct()
                            .toList(),
                    decision.sentence(),
                    decision.reasons(),
                    decision.flags());
        }
    }
}
