package org.stepbridge.casework;

import java.time.Instant;
import java.util.List;

/** The folders that exports are dropped in. */
public interface Inboxes {

    /**
     * What lies in an inbox and is not being read (G9): a file that no feed takes, one in the folder of an authority
     * that is not live, one that a feed should long have taken, and a folder whose files cannot be listed. Oldest first, cut
     * off at a thousand.
     */
    List<UnreadFile> unread();

    /**
     * Something that lies unread.
     *
     * @param authority the name of the inbox's folder, whether or not an authority is called so
     * @param folder the folder it lies in, relative to {@code stepbridge.home}
     * @param name its name there
     * @param since when it got there, as far as the disk tells; of a folder that cannot be listed, when that was noticed
     * @param problem why it is not read and what to do, without personal data
     */
    record UnreadFile(String authority, String folder, String name, Instant since, String problem) {
        /** Where it lies, relative to {@code stepbridge.home}. */
        public String path() {
            return folder + "/" + name;
        }
    }
}
