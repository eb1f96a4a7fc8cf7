package org.stepbridge.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepbridge.casework.Inboxes.UnreadFile;

/** All that lies in an inbox and needs somebody (G9), whoever noticed it. */
public final class UnreadFiles {
    private final Inboxes inboxes;
    private final GivenUpFiles givenUp;

    /** What these two know together. */
    public UnreadFiles(Inboxes inboxes, GivenUpFiles givenUp) {
        this.inboxes = inboxes;
        this.givenUp = givenUp;
    }

    /** Every such file once, oldest first. Why a file could not be taken in says more than that it has not been. */
    public List<UnreadFile> all() {
        List<UnreadFile> all = new ArrayList<>(givenUp.givenUp());
        Set<String> known = all.stream().map(UnreadFile::path).collect(Collectors.toSet());
        inboxes.unread().stream().filter(file -> !known.contains(file.path())).forEach(all::add);
        all.sort(Comparator.comparing(UnreadFile::since));
        return List.copyOf(all);
    }
}
