package org.stepbridge.evidence;

import java.util.List;
import java.util.Map;

/**
 * How people word things: a pack's additions to the built-in phrases of British practice.
 *
 * @param kinds kind of transfer to the phrases that name it, such as {@code step-down: [step down, s/d]}
 * @param says what a phrase says to further phrases that say it; the keys are names of {@link Says}
 */
public record Phrases(Map<String, List<String>> kinds, Map<Says, List<String>> says) {
    public Phrases {
        kinds = Map.copyOf(kinds);
        says = Map.copyOf(says);
    }
}
