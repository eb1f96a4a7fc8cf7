package org.stepbridge.casework;

import java.util.List;
import java.util.Optional;
import org.stepbridge.casework.Overview.FileLine;
import org.stepbridge.model.Authority;

/** Lets somebody at the rejected rows of a file, and notes in the audit who it was, in one transaction. */
public interface RejectReadings {

    /** The file with this number, if it is one of these authorities' and a row of it was rejected. */
    Optional<FileLine> open(long file, List<Authority> authorities, String actor);
}
