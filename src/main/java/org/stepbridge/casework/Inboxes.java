package org.stepbridge.casework;

import java.time.Instant;
import java.util.List;

/** The folders that exports are dropped into. */
public interface Inboxes {

    /**
     * Files that lie unread for longer than they should, oldest first: those that no feed takes, those of an authority
     * that is not live, those that nobody could open (G9).
     */
    List<UnreadFile> unread();

    /**
     * A file that nobody has read.
     *
     * @param folder its folder, relative to {@code stepbridge.home}
     * @param name its name as it lies there
     * @param since when it was last written
     * @param problem why it is unread and what to do, in one sentence
     */
    record UnreadFile(String folder, String name, Instant since, String problem) {}
}
