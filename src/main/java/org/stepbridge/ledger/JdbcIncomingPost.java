package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Incoming;
import org.stepbridge.casework.IncomingPost;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Reference;

/** What came back, on PostgreSQL. */
@Component
class JdbcIncomingPost implements IncomingPost {
    private static final String UNSETTLED =
            "settled_at is null and kind in ('unmatched', 'invalid') and authority = any(?)";

    private static final String LINES = """
            select *, settled_at is null and kind in ('unmatched', 'invalid') as unsettled from incoming
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Afterwards afterwards;

    JdbcIncomingPost(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Afterwards afterwards) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.afterwards = afterwards;
    }

    @Override
    public Optional<Sent> sent(Authority authority, Incoming.About about) {
        UUID[] ids = about.deliveries().toArray(UUID[]::new);
        Optional<Sent> byId = jdbc.sql("""
                        select d.id, d.channel, r.reference
                        from unnest(?::uuid[]) with ordinality as asked (id, place)
                        join delivery d on d.id = asked.id and d.authority = ?
                        join delivery_line l on l.delivery_id = d.id and l.position = 0
                        join request r on r.id = l.request_id
                        order by asked.place limit 1""")
                .params(ids, authority.name())
                .query((row, number) -> new Sent(
                        row.getObject(1, UUID.class),
                        Channel.of(row.getString(2)),
                        new Reference(row.getString(3)),
                        true))
                .optional();
        return byId.isPresent() || about.references().size() != 1
                ? byId
                : toMash(authority, about.references().get(0));
    }

    private Optional<Sent> toMash(Authority authority, Reference reference) {
        return jdbc.sql("""
                        select d.id from request r
                        join delivery_line l on l.request_id = r.id and not l.superseded
                        join delivery d on d.id = l.delivery_id and d.channel = 'mash-email'
                        where r.reference = ? and r.authority = ? order by d.seq desc limit 1""")
                .params(reference.value(), authority.name())
                .query(UUID.class)
                .optional()
                .map(id -> new Sent(id, Channel.MASH_EMAIL, reference, false));
    }

    @Override
    public Optional<Action.Said> said(Authority authority, Reference reference, Action.Party party) {
        return jdbc.sql("""
                        select o.said from outcome o join request r on r.id = o.request_id
                        where r.reference = ? and r.authority = ? and o.party = ? order by o.id desc limit 1""")
                .params(reference.value(), authority.name(), party.label())
                .query(String.class)
                .optional()
                .map(Action.Said::of);
    }

    @Override
    public boolean file(Incoming incoming, @Nullable Sent about, Kind kind, String problem) {
        Incoming.Envelope envelope = incoming.envelope();
        String reference = about != null
                ? about.reference().value()
                : incoming instanceof Incoming.HubReply reply
                        ? reply.reference().value()
                        : "";
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Instant now = clock.instant();
            int fresh = jdbc.sql("""
                            insert into incoming (key, authority, source, kind, received_at, reference, delivery_id, problem, body)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                    .param(envelope.key())
                    .param(envelope.authority().name())
                    .param(envelope.source().label())
                    .param(kind.label())
                    .param(at(now))
                    .param(reference)
                    .param(about == null ? null : about.delivery())
                    .param(problem)
                    .param(envelope.text())
                    .update();
            if (fresh == 1 && about != null) {
                afterwards.follow(envelope.authority(), about, kind, problem, now);
            }
            if (fresh == 1) {
                AuditLog.add(
                        jdbc,
                        now,
                        envelope.authority().name(),
                        "system:" + envelope.source().label(),
                        "came-back",
                        reference,
                        kind.label() + (problem.isEmpty() ? "" : ": " + problem));
            }
            return fresh == 1;
        }));
    }

    @Override
    public List<Line> unsettled(List<Authority> authorities, int most) {
        return jdbc.sql(LINES + "where " + UNSETTLED + " order by id limit ?")
                .params(Columns.names(authorities), most)
                .query((row, number) -> line(row))
                .list();
    }

    @Override
    public List<Line> about(List<Authority> authorities, Reference reference) {
        return jdbc.sql(LINES + "where reference = ? and authority = any(?) order by id")
                .params(reference.value(), Columns.names(authorities))
                .query((row, number) -> line(row))
                .list();
    }

    @Override
    public Optional<Opened> open(List<Authority> authorities, long id, String actor) {
        record Found(Opened opened, String reference) {}
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Found> found = jdbc.sql(LINES + "where id = ? and authority = any(?)")
                    .params(id, Columns.names(authorities))
                    .query((row, number) -> new Found(
                            new Opened(line(row), row.getBoolean("unsettled"), row.getString("body")),
                            row.getString("reference")))
                    .optional();
            found.ifPresent(one -> AuditLog.add(
                    jdbc,
                    clock.instant(),
                    one.opened().line().authority().name(),
                    actor,
                    "read-incoming",
                    one.reference(),
                    String.valueOf(id)));
            return found.map(Found::opened);
        }));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                new Authority(row.getString("authority")),
                Incoming.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getTimestamp("received_at").toInstant(),
                row.getString("problem"));
    }

    @Override
    public boolean settle(List<Authority> authorities, long id, String actor, String reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Instant now = clock.instant();
            Optional<String> whose = jdbc.sql("update incoming set settled_at = ?, settled_by = ? where id = ? and "
                            + UNSETTLED + " returning authority")
                    .params(at(now), actor, id, Columns.names(authorities))
                    .query(String.class)
                    .optional();
            whose.ifPresent(
                    authority -> AuditLog.add(jdbc, now, authority, actor, "settled-incoming", "", id + ": " + reason));
            return whose.isPresent();
        }));
    }
}
