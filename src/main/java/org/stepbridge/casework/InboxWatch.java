package org.stepbridge.casework;

import java.nio.file.Path;

/** Knows when a file in an inbox is complete, so that a half-written one is never read. */
@FunctionalInterface
public interface InboxWatch {

    /**
     * Whether this file may be read now. To be asked at every poll: it becomes ready once it has been seen unchanged for
     * long enough. Never true for a folder, a link or a temporary name, nor for a file that cannot be looked at.
     */
    boolean ready(Path file);
}
