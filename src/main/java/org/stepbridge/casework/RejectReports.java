package org.stepbridge.casework;

import java.nio.file.Path;
import java.util.Optional;
import org.stepbridge.casework.Overview.FileLine;

/** Finds the reports of rejected rows that lie beside files that were read. They quote the rows. */
public interface RejectReports {

    /** The report of this file; empty when none of its rows was rejected or the file has been taken away since. */
    Optional<Path> of(FileLine file);
}
