package org.stepbridge.testing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.stepbridge.casework.KeptLogins;
import org.stepbridge.casework.Logins;
import org.stepbridge.casework.Role;
import org.stepbridge.casework.Viewer;

/** Logins in memory: one for each role, called like it, with {@value #PASSWORD}; and a record of what happened. */
public final class FakeLogins implements Logins, KeptLogins {
    public static final String PASSWORD = "three plain words";

    private final Map<String, Login> logins = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    public final List<String> happened = new ArrayList<>();

    /** Whether they cannot be read just now. */
    public boolean away;

    private final Clock clock;

    public FakeLogins(Clock clock) {
        this.clock = clock;
        clear();
    }

    /** As at the beginning. */
    public synchronized void clear() {
        logins.clear();
        failures.clear();
        happened.clear();
        away = false;
        changes.clear();
        answer = new Done(1);
        for (Role role : Role.values()) {
            put(role.label(), false, Set.of(role), Set.of(Viewer.EVERY));
        }
    }

    /** A login with the password that all have. */
    public synchronized void put(String name, boolean oneTime, Set<Role> roles, Set<String> authorities) {
        logins.put(
                name,
                new Login(
                        name,
                        "{noop}" + PASSWORD,
                        roles,
                        authorities,
                        oneTime ? Standing.ONE_TIME : Standing.OWN,
                        null));
    }

    /** Lets nobody in by this login. */
    public synchronized void disable(String name) {
        logins.computeIfPresent(
                name,
                (same, login) ->
                        new Login(name, login.hash(), login.roles(), login.authorities(), Standing.DISABLED, null));
    }

    @Override
    public synchronized Optional<Login> find(String name) {
        if (away) {
            throw new CannotGetJdbcConnectionException("the pool is empty");
        }
        return Optional.ofNullable(logins.get(name));
    }

    @Override
    public synchronized boolean unused() {
        return logins.values().stream().allMatch(Login::oneTime);
    }

    @Override
    public synchronized void make(List<Login> made, String by) {
        made.forEach(login -> logins.put(login.name(), login));
        happened.add("made " + made.size());
    }

    @Override
    public synchronized boolean failed(String name, int most, Duration locked) {
        Login login = logins.get(name);
        if (login == null) {
            return false;
        }
        boolean shut = failures.merge(name, 1, Integer::sum) >= most;
        if (shut) {
            failures.remove(name);
            logins.put(
                    name,
                    new Login(
                            name,
                            login.hash(),
                            login.roles(),
                            login.authorities(),
                            login.standing(),
                            clock.instant().plus(locked)));
        }
        return shut;
    }

    @Override
    public synchronized void right(String name) {
        failures.remove(name);
    }

    @Override
    public synchronized void signedIn(String name) {
        happened.add("signed in " + name);
    }

    @Override
    public synchronized boolean choose(String name, String before, String hash) {
        Login login = logins.get(name);
        if (login == null || !login.hash().equals(before)) {
            return false;
        }
        logins.put(name, new Login(name, hash, login.roles(), login.authorities(), Standing.OWN, null));
        return true;
    }

    /** What was asked for, to be answered with {@link #answer}. */
    public final List<Change> changes = new ArrayList<>();

    /** What comes of every change. */
    public Result answer = new Done(1);

    @Override
    public synchronized List<Kept> all(Viewer by, int most) {
        List<String> names = logins.keySet().stream().sorted().toList();
        return names.stream()
                .map(name -> new Kept(names.indexOf(name) + 1L, 0, Objects.requireNonNull(logins.get(name))))
                .filter(kept -> kept.isFor(by))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<Kept> find(long id, Viewer by) {
        return all(by, Integer.MAX_VALUE).stream()
                .filter(kept -> kept.id() == id)
                .findFirst();
    }

    @Override
    public synchronized Result change(Change change) {
        if (!(change.what() instanceof Make) && find(change.id(), change.by()).isEmpty()) {
            return new NotTheirs();
        }
        changes.add(change);
        return answer;
    }
}
