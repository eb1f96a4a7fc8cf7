package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Logins;
import org.stepbridge.casework.Role;
import org.stepbridge.casework.Viewer;

/** The program's own logins on PostgreSQL. */
@Component
class JdbcLogins implements Logins {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcLogins(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<Login> find(String name) {
        return jdbc.sql("select * from login where name = ?")
                .param(name)
                .query((row, number) -> login(row))
                .optional();
    }

    @Override
    public boolean unused() {
        return jdbc.sql("select not exists (select 1 from login where not one_time)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void make(List<Login> logins, String by) {
        transaction.executeWithoutResult(status -> logins.forEach(login -> make(login, by)));
    }

    private void make(Login login, String by) {
        jdbc.sql("""
                        insert into login (name, hash, roles, authorities, one_time) values (?, ?, ?, ?, ?)
                        on conflict (name) do update set hash = excluded.hash, roles = excluded.roles,
                            authorities = excluded.authorities, one_time = excluded.one_time, failures = 0, locked_until = null""")
                .params(
                        login.name(),
                        login.hash(),
                        roles(login.roles()),
                        authorities(login.authorities()),
                        login.oneTime())
                .update();
        audit(by, "login-made", login.name() + " as " + String.join(", ", roles(login.roles())));
    }

    @Override
    public boolean failed(String name, int most, Duration locked) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Instant now = clock.instant();
            // the row's lock makes tries that come at once count one by one
            Optional<Boolean> shut = jdbc.sql("""
                            update login
                            set failures = case when failures + 1 >= ? then 0 else failures + 1 end,
                                locked_until = case when failures + 1 >= ? then ? else locked_until end
                            where name = ?
                            returning failures = 0""")
                    .params(most, most, at(now.plus(locked)), name)
                    .query(Boolean.class)
                    .optional();
            // a name that is no login's may be a password typed into the wrong field
            shut.ifPresent(
                    any -> audit(Viewer.actor(name), "wrong-password", any ? "the login is locked for a while" : ""));
            return shut.orElse(false);
        }));
    }

    @Override
    public void right(String name) {
        jdbc.sql(
                        "update login set failures = 0, locked_until = null where name = ? and (failures > 0 or locked_until is not null)")
                .param(name)
                .update();
    }

    @Override
    public void signedIn(String name) {
        audit(Viewer.actor(name), "signed-in", "");
    }

    @Override
    public boolean choose(String name, String before, String hash) {
        return Objects.requireNonNull(transaction.execute(status -> {
            int changed = jdbc.sql(
                            "update login set hash = ?, one_time = false, failures = 0 where name = ? and hash = ?")
                    .params(hash, name, before)
                    .update();
            if (changed == 1) {
                audit(Viewer.actor(name), "password-changed", "");
            }
            return changed == 1;
        }));
    }

    private void audit(String actor, String action, String detail) {
        AuditLog.add(jdbc, clock.instant(), "", actor, action, "", detail);
    }

    /** Roles as they stand in their column. */
    static String[] roles(Set<Role> roles) {
        return roles.stream().map(Role::label).sorted().toArray(String[]::new);
    }

    /** Authorities as they stand in their column. */
    static String[] authorities(Set<String> authorities) {
        return authorities.stream().sorted().toArray(String[]::new);
    }

    static Login login(ResultSet row) throws SQLException {
        Timestamp lockedUntil = row.getTimestamp("locked_until");
        return new Login(
                row.getString("name"),
                row.getString("hash"),
                words(row.getArray("roles")).stream()
                        .flatMap(label -> Role.of(label).stream())
                        .collect(Collectors.toSet()),
                words(row.getArray("authorities")),
                row.getBoolean("disabled")
                        ? Standing.DISABLED
                        : row.getBoolean("one_time") ? Standing.ONE_TIME : Standing.OWN,
                lockedUntil == null ? null : lockedUntil.toInstant());
    }

    private static Set<String> words(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
