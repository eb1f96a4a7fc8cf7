package org.stepbridge.model;

import java.time.Instant;

/**
 * Something that a case system holds about a child beside notes and requests: a supervision, a visit, a completed form.
 *
 * @param system the system that holds it
 * @param recordId its id there; unique within authority and system
 * @param type what it is, in the pack's words, such as {@code Joint Supervision}
 * @param at when it was done; the start of the day where only that is known
 * @param child whose record it is on
 */
public record CaseRecord(SourceSystem system, String recordId, String type, Instant at, Child child) {

    @Override
    public String toString() {
        return "CaseRecord[" + system + " " + type + " " + recordId + "]";
    }
}
