package org.stepbridge.engine;

import java.nio.file.Path;

/** The moments of the work with files at which a kill costs most, named by what appears in the program's folders. */
enum FilePoint {
    /** An outgoing file is being written, and has not got its name. */
    BEFORE_NAMING("outbox", ""),
    /** An outgoing file has got its name, and nobody has noted that it is delivered. */
    AFTER_NAMING("outbox", "select state <> 'delivered' from delivery where name = ?"),
    /** A file that has been read has been moved to {@code .done}, and nobody has noted it. */
    AFTER_TAKING(".done", "select state <> 'done' from intake_file where name = ?");

    private final String folder;
    /** Asks whether it is not noted; empty where there is nothing to note yet. */
    final String unnoted;

    FilePoint(String folder, String unnoted) {
        this.folder = folder;
        this.unnoted = unnoted;
    }

    /** Whether this file, which has just appeared, is the moment. */
    boolean isIn(Path file) {
        String name = file.getFileName().toString();
        boolean temporary = name.endsWith(".tmp");
        boolean report = name.endsWith(".report.csv");
        boolean here = file.toString().contains("/" + folder + "/");
        return here && !report && temporary == (this == BEFORE_NAMING);
    }
}
