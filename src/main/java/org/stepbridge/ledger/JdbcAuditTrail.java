package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.AuditChain;
import org.stepbridge.casework.AuditTrail;
import org.stepbridge.casework.Viewer;
import org.stepbridge.casework.WhatIf;
import org.stepbridge.model.Authority;

/** The audit read from PostgreSQL. */
@Component
class JdbcAuditTrail implements AuditTrail {
    /** No transaction is open for longer, and no two clocks differ by more. */
    private static final Duration SLACK = Duration.ofHours(1);

    private static final Instant EVER = Instant.EPOCH;
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcAuditTrail(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Line> find(Wanted wanted, String actor, long before, int most) {
        return read(wanted, actor, "searched-audit", before, most);
    }

    @Override
    public List<Line> export(Wanted wanted, String actor, int most) {
        return read(wanted, actor, "exported-audit", Long.MAX_VALUE, most);
    }

    @Override
    public void verified(String actor, AuditChain.Verification found) {
        AuditLog.add(
                jdbc,
                clock.instant(),
                "",
                actor,
                "verified-audit",
                "",
                found.whole() ? found.sealed() + " entries are as they were sealed" : found.broken());
    }

    @Override
    public void tried(String actor, Authority authority, WhatIf found, LocalDate since) {
        AuditLog.add(
                jdbc,
                clock.instant(),
                authority.name(),
                actor,
                "protocol-tried",
                "",
                "protocol " + found.changed() + " beside " + found.inForce() + " on requests since " + since + ": "
                        + found.replayed() + " decided again, " + found.differing() + " differently");
    }

    private List<Line> read(Wanted wanted, String actor, String action, long before, int most) {
        return Objects.requireNonNull(transaction.execute(status -> {
            AuditLog.add(jdbc, clock.instant(), whose(wanted), actor, action, wanted.reference(), inWords(wanted));
            return lines(wanted, before, most);
        }));
    }

    /** Whoever may see one authority only finds there who looked into its audit. */
    private static String whose(Wanted wanted) {
        return wanted.authorities().size() == 1 ? wanted.authorities().get(0).name() : "";
    }

    /** What was asked for, without a child's id. */
    private static String inWords(Wanted wanted) {
        return Stream.of(
                        wanted.person().isEmpty() ? "" : "by a person id",
                        wanted.user().isEmpty() ? "" : "by " + wanted.user(),
                        wanted.from() == null ? "" : "from " + wanted.from(),
                        wanted.until() == null ? "" : "until " + wanted.until())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private List<Line> lines(Wanted wanted, long before, int most) {
        Instant from = wanted.from() == null ? EVER : wanted.from();
        Instant until = wanted.until() == null ? NEVER : wanted.until();
        // The seals tell which numbers a time can have, so that the audit needs no index by time.
        StringBuilder sql = new StringBuilder("""
                select * from audit
                where id < ? and at >= ? and at < ?
                  and id > coalesce((select max(upto) from audit_block where sealed_at < ?), 0)
                  and id <= coalesce((select min(upto) from audit_block where sealed_at >= ?), 9223372036854775807)
                  and (authority = any(?) or (authority = '' and ?))""");
        List<Object> values = new ArrayList<>(List.of(
                before,
                at(from),
                at(until),
                at(from.minus(SLACK)),
                at(until.plus(SLACK)),
                Columns.names(wanted.authorities()),
                wanted.program()));
        if (!wanted.reference().isEmpty()) {
            sql.append(" and reference = ? and reference <> ''");
            values.add(wanted.reference());
        }
        if (!wanted.user().isEmpty()) {
            sql.append(" and actor = ? and actor like 'user:%'");
            values.add(Viewer.actor(wanted.user()));
        }
        if (!wanted.person().isEmpty()) {
            sql.append(" and reference = any(?) and reference <> ''");
            values.add(references(wanted));
        }
        values.add(most);
        return jdbc.sql(sql + " order by id desc limit ?")
                .params(values)
                .query((row, number) -> new Line(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("authority"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("reference"),
                        row.getString("detail")))
                .list();
    }

    /** Requests for the child with this id. */
    private String[] references(Wanted wanted) {
        String id = wanted.person().toLowerCase(Locale.ROOT);
        return jdbc.sql("""
                        select reference from request
                        where words @> ?::text[] and ? in (lower(lcs_id), lower(ehm_id), nhs_number, lower(upn))
                          and authority = any(?)""")
                .params(new String[] {id}, id, Columns.names(wanted.authorities()))
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }
}
