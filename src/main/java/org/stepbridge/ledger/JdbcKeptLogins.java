package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;
import static org.stepbridge.ledger.JdbcLogins.authorities;
import static org.stepbridge.ledger.JdbcLogins.roles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.KeptLogins;
import org.stepbridge.casework.Logins.Standing;
import org.stepbridge.casework.Role;
import org.stepbridge.casework.Viewer;

/** Looks after the logins on PostgreSQL. Changes come one by one, so that two people cannot shut each other out. */
@Component
class JdbcKeptLogins implements KeptLogins {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcKeptLogins(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Kept> all(Viewer by, int most) {
        return jdbc.sql("select * from login where ? or authorities <@ ?::text[] order by name limit ?")
                .params(
                        by.authorities().contains(Viewer.EVERY),
                        by.authorities().toArray(String[]::new),
                        most)
                .query((row, number) -> kept(row))
                .list();
    }

    @Override
    public Optional<Kept> find(long id, Viewer by) {
        return jdbc.sql("select * from login where id = ?")
                .param(id)
                .query((row, number) -> kept(row))
                .optional()
                .filter(login -> login.isFor(by));
    }

    @Override
    public Result change(Change change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('login'), 0)")
                    .query()
                    .singleRow();
            if (jdbc.sql("select exists (select 1 from login_deed where key = ?)")
                    .param(change.key())
                    .query(Boolean.class)
                    .single()) {
                return new DoneBefore();
            }
            if (change.reason().isEmpty()) {
                return new Impossible("Say why: every change needs a reason.");
            }
            return change.what() instanceof Make make ? make(change, make) : existing(change);
        }));
    }

    private Result make(Change change, Make make) {
        if (!change.by().seesAll(make.authorities())) {
            return new Impossible("You can give no authority but your own.");
        }
        Optional<Long> id = jdbc.sql("""
                        insert into login (name, hash, roles, authorities, one_time) values (?, ?, ?, ?, true)
                        on conflict (name) do nothing returning id""")
                .params(make.name(), make.hash(), roles(make.roles()), authorities(make.authorities()))
                .query(Long.class)
                .optional();
        if (id.isEmpty()) {
            return new Impossible("There is a login of this name already.");
        }
        return done(change, id.get(), make.name(), "login-made", words(make.roles(), make.authorities()));
    }

    private Result existing(Change change) {
        Optional<Kept> found = find(change.id(), change.by());
        if (found.isEmpty()) {
            return new NotTheirs();
        }
        Kept kept = found.get();
        String name = kept.login().name();
        What what = change.what();
        if (kept.version() != change.seen()) {
            return new Changed();
        } else if (name.equals(change.by().name())) {
            return new Impossible("Ask somebody else of the IT team to change your own login.");
        } else if (what instanceof Grant grant) {
            return grant(change, kept, grant);
        } else if (what instanceof GivePassword password) {
            set(
                    kept,
                    "hash = ?, one_time = true, disabled = false, failures = 0, locked_until = null",
                    password.hash());
            return done(change, kept.id(), name, "login-given-password", "");
        } else if (what instanceof Unlock) {
            set(kept, "failures = 0, locked_until = null");
            return done(change, kept.id(), name, "login-unlocked", "");
        } else if (last(kept)) {
            return new Impossible("It is the last login of the IT team: nobody could look after logins any more.");
        }
        set(kept, "disabled = true");
        return done(change, kept.id(), name, "login-disabled", "");
    }

    private Result grant(Change change, Kept kept, Grant grant) {
        if (!change.by().seesAll(grant.authorities())) {
            return new Impossible("You can give no authority but your own.");
        }
        if (!grant.roles().contains(Role.IT) && last(kept)) {
            return new Impossible("It is the last login of the IT team: nobody could look after logins any more.");
        }
        set(kept, "roles = ?, authorities = ?", roles(grant.roles()), authorities(grant.authorities()));
        return done(change, kept.id(), kept.login().name(), "login-changed", words(grant.roles(), grant.authorities()));
    }

    /** Whether nobody else of IT would get in. */
    private boolean last(Kept kept) {
        return kept.login().roles().contains(Role.IT)
                && kept.login().standing() != Standing.DISABLED
                && !jdbc.sql("select exists (select 1 from login where ? = any(roles) and not disabled and id <> ?)")
                        .params(Role.IT.label(), kept.id())
                        .query(Boolean.class)
                        .single();
    }

    private void set(Kept kept, String columns, Object... values) {
        jdbc.sql("update login set " + columns + ", version = version + 1 where id = " + kept.id())
                .params(List.of(values))
                .update();
    }

    private Result done(Change change, long id, String name, String action, String given) {
        Instant now = clock.instant();
        jdbc.sql("insert into login_deed (key, at, name) values (?, ?, ?)")
                .params(change.key(), at(now), name)
                .update();
        AuditLog.add(jdbc, now, "", change.by().actor(), action, "", name + given + ": " + change.reason());
        return new Done(id);
    }

    private static String words(Set<Role> roles, Set<String> authorities) {
        return " as " + String.join(", ", roles(roles)) + " for " + String.join(", ", authorities(authorities));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getLong("id"), row.getInt("version"), JdbcLogins.login(row));
    }
}
