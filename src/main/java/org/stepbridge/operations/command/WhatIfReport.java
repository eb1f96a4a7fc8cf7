package org.stepbridge.operations.command;

import java.util.List;
import org.stepbridge.casework.Difference;
import org.stepbridge.casework.Replay.Replayed;

/**
 * What a changed pack would have decided differently.
 *
 * @param authority whose requests they are
 * @param inForce the version in force
 * @param changed the version of the changed pack
 * @param replayed how many requests were decided again
 * @param differing how many of them differently
 * @param clauses the clauses that make a difference, those of most requests first
 */
record WhatIfReport(
        String authority, String inForce, String changed, long replayed, long differing, List<Clause> clauses) {

    /**
     * A clause that makes a difference.
     *
     * @param clause its id; empty where what differs names none
     * @param count for how many requests
     * @param requests the first of them
     */
    record Clause(String clause, long count, List<Differing> requests) {}

    /** A request that would be decided differently; no personal data. */
    record Differing(
            String reference, String type, String before, String after, List<String> lost, List<String> gained) {
        static Differing of(Replayed request, Difference difference) {
            return new Differing(
                    request.reference().value(),
                    request.type(),
                    difference.before(),
                    difference.after(),
                    difference.lost(),
                    difference.gained());
        }
    }
}
