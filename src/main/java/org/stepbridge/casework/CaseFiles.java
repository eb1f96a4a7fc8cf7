package org.stepbridge.casework;

import java.util.List;
import java.util.Optional;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;

/** What is known of one request, for people. */
public interface CaseFiles {

    /**
     * Opens the file of a request. That somebody has looked is in the audit before anything is shown: both are one
     * transaction.
     *
     * @param authorities whose requests they may see
     * @param actor who looks, as the audit names people
     * @return empty when there is no such request among theirs, and nothing is audited
     */
    Optional<CaseFile> open(Reference reference, List<Authority> authorities, String actor);
}
