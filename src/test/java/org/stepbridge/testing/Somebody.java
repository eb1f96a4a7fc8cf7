package org.stepbridge.testing;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.stepbridge.casework.Role;

/** What Spring Security grants people in tests. */
public final class Somebody {
    /** Every role for every authority. */
    public static final List<GrantedAuthority> OF_EVERY_ROLE = of("*", Role.values());

    private Somebody() {}

    /** These roles for one authority, or for all ({@code *}). */
    public static List<GrantedAuthority> of(String authority, Role... roles) {
        return Stream.concat(Stream.of(roles).map(role -> "ROLE_" + role.label()), Stream.of("AUTHORITY_" + authority))
                .map(name -> (GrantedAuthority) new SimpleGrantedAuthority(name))
                .toList();
    }
}
