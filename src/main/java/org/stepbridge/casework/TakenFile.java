package org.stepbridge.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a feed that has been read to its end, or refused.
 *
 * @param name its name
 * @param contentHash SHA-256 of its bytes
 * @param openedAt when reading it began
 * @param extractedAt the extract time in its name, if it has one
 * @param rows how many rows it has
 * @param troubles what is wrong with it
 */
public record TakenFile(
        String name,
        String contentHash,
        Instant openedAt,
        @Nullable Instant extractedAt,
        long rows,
        List<FeedTrouble> troubles) {
    public TakenFile {
        troubles = List.copyOf(troubles);
    }

    /** Whether nothing is wrong with it. */
    public boolean sound() {
        return troubles.isEmpty();
    }

    /** Whether this is all that is wrong with it. */
    public boolean only(FeedTrouble.Kind kind) {
        return !sound() && troubles.stream().allMatch(trouble -> trouble.kind() == kind);
    }

    /** Whether it is one of these over again. */
    public boolean repeats(List<TakenFile> others) {
        return others.stream()
                .anyMatch(other ->
                        other.name().equals(name) && other.contentHash().equals(contentHash));
    }
}
