package org.stepbridge.casework;

import java.util.Set;
import java.util.UUID;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;

/**
 * One action by somebody, asked for once however often it is sent.
 *
 * @param key made with the form or message that asks for it: the same key again does nothing
 * @param actor who: {@code user:} and a login, or the system that replied
 * @param authorities whose requests they may touch
 * @param reference the request
 * @param seen the decision they saw when they chose; another one now standing means that somebody was quicker. 0 where it
 *     does not matter
 * @param reason why, in their own words; only a system's may be empty
 * @param action what
 */
public record Deed(
        UUID key,
        String actor,
        Set<Authority> authorities,
        Reference reference,
        long seen,
        String reason,
        Action action) {
    public Deed {
        authorities = Set.copyOf(authorities);
        reason = reason.strip();
    }

    @Override
    public String toString() {
        return "Deed[" + key + " " + reference + " " + action.getClass().getSimpleName() + "]";
    }
}
