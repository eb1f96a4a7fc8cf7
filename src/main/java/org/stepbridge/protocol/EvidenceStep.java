package org.stepbridge.protocol;

import org.stepbridge.evidence.EvidenceRule;

/** Evidence that a request needs before it may be accepted. */
public sealed interface EvidenceStep {

    /** Its name in the pack. */
    String id();

    /** What follows when it is missing. */
    Missing missing();

    /**
     * A note on the early help record.
     *
     * @param when the requests that need it
     * @param elsewhere what is flagged of a note that counts, by somebody of another place
     */
    record ByNote(EvidenceRule rule, Condition when, Missing missing, Elsewhere elsewhere) implements EvidenceStep {
        @Override
        public String id() {
            return rule.id();
        }
    }

    /**
     * Fields of the request itself.
     *
     * @param satisfied the condition that they meet when the evidence is there
     */
    record ByRecord(String id, String clause, Condition satisfied, Missing missing) implements EvidenceStep {}
}
