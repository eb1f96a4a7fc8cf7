package org.stepbridge.bench;

import java.nio.file.Path;

/** Something that does the job and is measured. */
interface Contender {
    String name();

    /**
     * Does the job once on empty servers, measured, and gives what it delivered.
     *
     * @param home an empty folder for everything of this run
     */
    Outcome run(Path home) throws Exception;

    /** What it took and what came out. */
    record Outcome(Measurement took, Delivered delivered) {}
}
