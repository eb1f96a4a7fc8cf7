package org.stepbridge.casework;

import java.util.List;

/**
 * What reading a file to its end has shown.
 *
 * @param feed the feed it belongs to
 * @param findings how it is written and which columns it has
 * @param troubles why something may be missing from it
 */
public record FileEnd(Feed feed, Findings findings, List<FeedTrouble> troubles) {
    public FileEnd {
        troubles = List.copyOf(troubles);
    }
}
