package org.stepbridge.casework;

import java.util.Set;
import org.stepbridge.model.Authority;

/**
 * Somebody who is logged in.
 *
 * @param name the login's name
 * @param roles what the person is; none for somebody who may do nothing
 * @param authorities the names of those whose records the person may see, or {@value #EVERY}
 */
public record Viewer(String name, Set<Role> roles, Set<String> authorities) {
    /** Stands for every authority, also for those that come later. */
    public static final String EVERY = "*";

    public Viewer {
        roles = Set.copyOf(roles);
        authorities = Set.copyOf(authorities);
    }

    /** As the audit names the person. */
    public String actor() {
        return actor(name);
    }

    /** As the audit names whoever logs in by this name, so that no login can be taken for the program. */
    public static String actor(String name) {
        return "user:" + name;
    }

    /** Whether one of the person's roles has this right. */
    public boolean may(Right right) {
        return right.roles().stream().anyMatch(roles::contains);
    }

    /** Whether the records of this authority are the person's to see. */
    public boolean sees(Authority authority) {
        return sees(authority.name());
    }

    /** Whether the records of the authority of this name, or of {@value #EVERY} one, are the person's to see. */
    public boolean sees(String authority) {
        return authorities.contains(EVERY) || authorities.contains(authority);
    }

    /** Whether the records of all these are the person's to see. */
    public boolean seesAll(Set<String> names) {
        return names.stream().allMatch(this::sees);
    }
}
