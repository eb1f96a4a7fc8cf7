package org.stepbridge.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The logins that this program keeps itself. Every change commits with its audit entry. */
public interface Logins {

    /** The login of this name. */
    Optional<Login> find(String name);

    /** Whether nobody has chosen a password yet. */
    boolean unused();

    /**
     * Makes these logins, or makes them anew, each with a one-time password.
     *
     * @param by who does it
     */
    void make(List<Login> logins, String by);

    /**
     * A wrong password was given.
     *
     * @param most how many in a row lock the login
     * @param locked for how long
     * @return whether that has locked it
     */
    boolean failed(String name, int most, Duration locked);

    /** The right password was given; what was wrong before no longer counts. Not in the audit. */
    void right(String name);

    /** Somebody came in by a page; also one whose login is kept elsewhere. */
    void signedIn(String name);

    /**
     * Sets a password of the person's own.
     *
     * @param before the hash that is to be replaced
     * @return false if it was replaced meanwhile
     */
    boolean choose(String name, String before, String hash);

    /** Whether anybody gets in by a login. */
    enum Standing {
        /** By a password that must be changed before anything else. */
        ONE_TIME,
        /** By the person's own password. */
        OWN,
        /** By none. */
        DISABLED
    }

    /**
     * A login.
     *
     * @param name lower case, as it stands in the audit
     * @param hash of the password
     * @param roles what the person is
     * @param authorities the names of those whose records the person may see, or {@link Viewer#EVERY}
     * @param standing whether anybody gets in by it
     * @param lockedUntil until when nobody gets in by it; null when it is not locked
     */
    record Login(
            String name,
            String hash,
            Set<Role> roles,
            Set<String> authorities,
            Standing standing,
            @Nullable Instant lockedUntil) {
        public Login {
            roles = Set.copyOf(roles);
            authorities = Set.copyOf(authorities);
        }

        /** Whether the password must be changed before anything else. */
        public boolean oneTime() {
            return standing == Standing.ONE_TIME;
        }

        /** What the person is when logged in by it: nobody much before the one-time password is changed. */
        public Viewer viewer() {
            boolean in = standing == Standing.OWN;
            return new Viewer(name, in ? roles : Set.of(), in ? authorities : Set.of());
        }

        @Override
        public String toString() {
            return "Login[" + name + "]";
        }
    }
}
