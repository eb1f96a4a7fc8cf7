package org.stepbridge.casework;

import java.util.List;
import java.util.Set;
import org.stepbridge.model.Authority;
import org.stepbridge.model.RequestState;

/**
 * Which requests are wanted.
 *
 * @param authorities only theirs
 * @param states only those in one of these; all when there is none
 * @param locality only those of this one; all when it is empty
 * @param type only those of this one; all when it is empty
 * @param team only those of this team, however it is capitalised; all when it is empty
 */
public record RequestFilter(
        List<Authority> authorities, Set<RequestState> states, String locality, String type, String team) {
    public RequestFilter {
        authorities = List.copyOf(authorities);
        states = Set.copyOf(states);
    }

    /** All requests of these authorities. */
    public static RequestFilter all(List<Authority> authorities) {
        return new RequestFilter(authorities, Set.of(), "", "", "");
    }
}
