package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.ActivePacks;
import org.stepbridge.model.Authority;
import org.stepbridge.model.ProtocolVersion;

/** What is in force, in a table that only grows. */
@Component
class JdbcActivePacks implements ActivePacks {
    private static final String LATEST = """
            select distinct on (authority) authority, id, version, content_hash, activated_at, activated_by, reason
            from pack_activation %s order by authority, id desc""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcActivePacks(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Map<String, Activation> inForce() {
        Map<String, Activation> all = new HashMap<>();
        jdbc.sql(LATEST.formatted("")).query(row -> {
            all.put(row.getString("authority"), read(row));
        });
        return all;
    }

    @Override
    public byte[] files(long number) {
        return jdbc.sql("select files from pack_activation where id = ?")
                .param(number)
                .query((row, at) -> row.getBytes(1))
                .single();
    }

    @Override
    public Optional<Activation> activate(Authority authority, byte[] files, Activation next, long before) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // held to the end: of two that see the same before, the second finds the first
            jdbc.sql("select pg_advisory_xact_lock(hashtext('pack_activation ' || ?))")
                    .param(authority.name())
                    .query(row -> {});
            Optional<Activation> was = jdbc.sql(LATEST.formatted("where authority = ?"))
                    .param(authority.name())
                    .query((row, number) -> read(row))
                    .optional();
            if (was.map(Activation::number).orElse(0L) != before) {
                return Optional.empty();
            }
            return Optional.of(write(authority, files, next, was));
        }));
    }

    private Activation write(Authority authority, byte[] files, Activation next, Optional<Activation> was) {
        Instant now = clock.instant();
        long number = jdbc.sql("""
                        insert into pack_activation (authority, version, content_hash, files, activated_at, activated_by, reason)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        authority.name(),
                        next.version().version(),
                        next.version().contentHash(),
                        files,
                        at(now),
                        next.by(),
                        next.reason())
                .query(Long.class)
                .single();
        AuditLog.add(
                jdbc,
                now,
                authority.name(),
                next.by(),
                "pack-activated",
                "",
                "protocol " + words(next.version()) + " in place of "
                        + was.map(one -> words(one.version())).orElse("none") + ": " + next.reason());
        return new Activation(number, next.version(), now, next.by(), next.reason());
    }

    private static String words(ProtocolVersion version) {
        return version.version() + " (content " + version.contentHash() + ")";
    }

    private static Activation read(ResultSet row) throws SQLException {
        return new Activation(
                row.getLong("id"),
                new ProtocolVersion(row.getString("version"), row.getString("content_hash")),
                row.getTimestamp("activated_at").toInstant(),
                row.getString("activated_by"),
                row.getString("reason"));
    }
}
