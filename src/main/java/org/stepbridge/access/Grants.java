package org.stepbridge.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.stepbridge.casework.Role;
import org.stepbridge.casework.Viewer;

/** What Spring Security keeps of somebody, whatever the way in, and the viewer that it stands for. */
final class Grants {
    /** Held by whoever came in by a one-time password, and nothing else is. */
    static final String MUST_CHANGE = "MUST_CHANGE_PASSWORD";

    private static final String ROLE = "ROLE_";
    private static final String AUTHORITY = "AUTHORITY_";

    private Grants() {}

    /** What somebody with these roles and authorities is granted. */
    static Set<GrantedAuthority> of(Collection<Role> roles, Collection<String> authorities) {
        return Stream.concat(
                        roles.stream().map(role -> ROLE + role.label()),
                        authorities.stream().map(authority -> AUTHORITY + authority))
                .map(SimpleGrantedAuthority::new)
                .collect(Collectors.toSet());
    }

    /** The grants of which one is needed by this rule. */
    static String[] of(Rule rule) {
        return rule.roles().map(role -> ROLE + role.label()).toArray(String[]::new);
    }

    static Viewer viewer(Authentication somebody) {
        return new Viewer(
                somebody.getName(),
                after(ROLE, somebody).flatMap(label -> Role.of(label).stream()).collect(Collectors.toSet()),
                after(AUTHORITY, somebody).collect(Collectors.toSet()));
    }

    static boolean mustChange(Authentication somebody) {
        return somebody.getAuthorities().stream().anyMatch(grant -> MUST_CHANGE.equals(grant.getAuthority()));
    }

    private static Stream<String> after(String prefix, Authentication somebody) {
        return somebody.getAuthorities().stream()
                .flatMap(grant -> Optional.ofNullable(grant.getAuthority()).stream())
                .filter(grant -> grant.startsWith(prefix))
                .map(grant -> grant.substring(prefix.length()));
    }
}
