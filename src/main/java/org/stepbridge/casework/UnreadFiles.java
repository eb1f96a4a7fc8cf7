package org.stepbridge.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
        return all(any -> true);
    }

    /**
     * The same, without what has failed only lately and may yet go well.
     *
     * @param forLong whether something that could not be read has been so for long enough
     */
    public List<UnreadFile> all(Predicate<UnreadFile> forLong) {
        List<UnreadFile> all =
                new ArrayList<>(givenUp.givenUp().stream().filter(forLong).toList());
        Set<String> known = all.stream().map(UnreadFile::path).collect(Collectors.toSet());
        inboxes.unread().stream().filter(file -> !known.contains(file.path())).forEach(all::add);
        all.sort(Comparator.comparing(UnreadFile::since));
        return List.copyOf(all);
    }
}
