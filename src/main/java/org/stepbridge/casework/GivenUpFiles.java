package org.stepbridge.casework;

import java.util.List;

/** Files that could not be taken in, again and again. */
@FunctionalInterface
public interface GivenUpFiles {

    /**
     * Files that lie in an inbox and whose taking in has failed so often on this node that nothing waits for them any
     * more. They are tried on all the same; one that was changed or taken away is not among them.
     */
    List<Inboxes.UnreadFile> givenUp();
}
