package org.stepbridge.casework;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for the files of a feed, so that people can be told when it is otherwise.
 *
 * @param workingDays whether files come on working days only, so that other days do not count as silence
 * @param smallest how many rows a file must have, in percent of what is usual; 0 when any number will do
 * @param covers of a feed whose files hold only what is new: how long before its extract time each begins; null when
 *     that is not known
 */
public record Usual(
        boolean workingDays, int smallest, @Nullable Duration covers) {
    /** Nothing is known to be usual. */
    public static final Usual UNSTATED = new Usual(false, 0, null);
}
