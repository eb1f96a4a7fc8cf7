package org.stepbridge.access;

import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.stepbridge.casework.Logins;
import org.stepbridge.casework.Logins.Login;
import org.stepbridge.casework.Logins.Standing;

/** The logins that the program keeps itself, for Spring Security. */
class StoredUsers implements UserDetailsService {
    private final Logins logins;
    private final LoginSettings settings;
    private final Clock clock;

    StoredUsers(Logins logins, LoginSettings settings, Clock clock) {
        this.logins = logins;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody with a login of the program's own. */
    static final class StoredUser extends User {
        private static final long serialVersionUID = 1;

        StoredUser(String name, String hash, boolean enabled, boolean unlocked, Set<GrantedAuthority> grants) {
            super(name, hash, enabled, true, true, unlocked, grants);
        }
    }

    /** The name as it is kept: nobody should be kept out by a capital letter. */
    static String name(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        if (!settings.local()) {
            throw new UsernameNotFoundException("there are no local logins");
        }
        return logins.find(name(typed))
                .map(this::user)
                .orElseThrow(() -> new UsernameNotFoundException("no such login"));
    }

    private UserDetails user(Login login) {
        Set<GrantedAuthority> grants = login.oneTime()
                ? Set.of(new SimpleGrantedAuthority(Grants.MUST_CHANGE))
                : new HashSet<>(Grants.of(login.roles(), login.authorities()));
        boolean locked = login.lockedUntil() != null && login.lockedUntil().isAfter(clock.instant());
        return new StoredUser(login.name(), login.hash(), login.standing() != Standing.DISABLED, !locked, grants);
    }
}
