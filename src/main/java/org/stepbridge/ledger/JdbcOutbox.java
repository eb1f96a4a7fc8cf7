package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Outbox;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Details;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;

/** The outbox on PostgreSQL. */
@Component
class JdbcOutbox implements Outbox {
    private static final String JOINED = """
            from delivery_line l
            join request r on r.id = l.request_id
            join decision d on d.id = l.decision_id
            """;
    /** What {@link #item} reads of each line; a condition on {@code l} is to follow. */
    static final String ITEMS = "select l.delivery_id, r.reference, v.payload, d.*\n" + JOINED
            + "join request_version v on v.request_id = l.request_id and v.version = l.version\n";

    private static final String STANDING = """
            where l.delivery_id = any(?) and not l.superseded
            order by l.delivery_id, l.position""";
    private static final String SENT = ITEMS + STANDING;
    /** Recording lines need no details, and there are two of them for each request. */
    private static final String RECORDED = """
            select l.delivery_id, r.reference, r.authority, r.source, r.source_id, r.type, r.lcs_id, r.ehm_id, r.locality,
                   d.sentence, d.body, d.decided_at, d.protocol_version, d.protocol_hash
            """ + JOINED + STANDING;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Node node;
    private final Receipts receipts;
    private final LastTry lastTry;

    JdbcOutbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            Node node,
            Receipts receipts,
            LastTry lastTry) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.node = node;
        this.receipts = receipts;
        this.lastTry = lastTry;
    }

    @Override
    public List<Parcel> claim(Channel channel, int most, Duration lease) {
        List<Parcel> parcels = transaction.execute(status -> {
            Plans.byIndex(jdbc);
            Instant now = clock.instant();
            Map<UUID, Claimed> claimed = new LinkedHashMap<>();
            jdbc.sql("""
                            with due as (
                                select id, urgent, seq from delivery
                                where channel = ? and state = 'pending' and next_at <= ?
                                order by urgent desc, seq limit ? for update skip locked),
                            taken as (
                                update delivery d
                                set state = 'sending', attempts = attempts + 1, fence = fence + 1, claimed_by = ?, lease_until = ?,
                                    first_tried_at = coalesce(first_tried_at, ?)
                                from due where d.id = due.id returning d.*)
                            select * from taken order by urgent desc, seq""")
                    .params(channel.label(), at(now), most, node.name(), at(now.plus(lease)), at(now))
                    .query(row -> {
                        claimed.put(row.getObject("id", UUID.class), claimed(row));
                    });
            if (!claimed.isEmpty()) {
                fill(channel, claimed);
            }
            return claimed.entrySet().stream()
                    .map(entry -> entry.getValue().parcel(entry.getKey(), channel))
                    .toList();
        });
        return parcels == null ? List.of() : parcels;
    }

    /** Loads what the deliveries are about. */
    private void fill(Channel channel, Map<UUID, Claimed> claimed) {
        boolean recordings = channel == Channel.RECORDINGS_LCS || channel == Channel.RECORDINGS_EHM;
        jdbc.sql(recordings ? RECORDED : SENT)
                .param(claimed.keySet().toArray(UUID[]::new))
                .query(row -> {
                    Claimed one = Objects.requireNonNull(claimed.get(row.getObject("delivery_id", UUID.class)));
                    one.items.add(item(row, recordings));
                });
    }

    static Parcel.Item item(ResultSet row, boolean recordings) throws SQLException {
        String evidence = recordings ? null : row.getString("evidence");
        Decision decision = Json.decision(
                row.getString("sentence"),
                Json.body(row.getString("body")),
                evidence == null ? null : Json.verdict(evidence),
                new ProtocolVersion(row.getString("protocol_version"), row.getString("protocol_hash")));
        Request request =
                recordings ? whose(row) : Json.payload(row.getString("payload")).request();
        return new Parcel.Item(
                new Reference(row.getString("reference")),
                request,
                decision,
                row.getTimestamp("decided_at").toInstant());
    }

    /** As much of a request as a recording line needs. */
    private static Request whose(ResultSet row) throws SQLException {
        return new Request(
                new Authority(row.getString("authority")),
                SourceSystem.valueOf(row.getString("source")),
                row.getString("source_id"),
                row.getString("type"),
                Columns.numbered(row),
                row.getString("locality"),
                null,
                new Details(Map.of()));
    }

    @Override
    public void delivered(List<Parcel> parcels) {
        if (parcels.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            Plans.byIndex(jdbc);
            Instant now = clock.instant();
            List<UUID> done = jdbc.sql("""
                            update delivery d
                            set state = 'delivered', delivered_at = ?, claimed_by = null, lease_until = null, problem = ''
                            from unnest(?::uuid[], ?::bigint[]) as mine (id, fence)
                            where d.id = mine.id and d.fence = mine.fence and d.state = 'sending'
                            returning d.id""")
                    .params(at(now), ids(parcels), fences(parcels))
                    .query(UUID.class)
                    .list();
            UUID[] ids = done.toArray(UUID[]::new);
            audit("delivered", "", ids, now);
            if (parcels.get(0).channel() == Channel.MASH_EMAIL) {
                receipts.atMash(ids, now);
            }
        });
    }

    @Override
    public void failed(Parcel parcel, String problem) {
        report(parcel, "failed", parcel.mayRepeat(), problem);
    }

    @Override
    public void unknown(Parcel parcel, String problem) {
        report(parcel, "uncertain", true, problem);
    }

    /** Tries it again while it may be tried; else it ends so. */
    private void report(Parcel parcel, String end, boolean mayRepeat, String problem) {
        boolean ends = end.equals("uncertain") && !againWhenUnknown(parcel);
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            Optional<String> state = jdbc.sql("""
                            update delivery
                            set state = case when ? or (attempts >= ? and first_tried_at <= ?) then ? else 'pending' end,
                                next_at = ?, may_repeat = ?, problem = ?, claimed_by = null, lease_until = null
                            where id = ? and fence = ? and state = 'sending' returning state""")
                    .params(
                            ends,
                            Backoff.LEAST_ATTEMPTS,
                            at(lastTry.ifFirstTriedBy(parcel.authority(), now)),
                            end,
                            at(now.plus(Backoff.after(parcel.attempt()))),
                            mayRepeat,
                            problem,
                            parcel.id(),
                            parcel.fence())
                    .query(String.class)
                    .optional();
            if (state.isPresent() && !state.get().equals("pending")) {
                audit(state.get(), problem, new UUID[] {parcel.id()}, now);
                if (parcel.channel() == Channel.MASH_EMAIL) {
                    lastTry.stuck(parcel.authority(), parcel.id(), now);
                }
            }
        });
    }

    /** G5: whose repeat does no harm that its absence would not outweigh. */
    private static boolean againWhenUnknown(Parcel parcel) {
        return parcel.channel() != Channel.NOTICE_EMAIL || parcel.urgent();
    }

    @Override
    public int recover() {
        Integer count = transaction.execute(status -> {
            Instant now = clock.instant();
            String[] dead = jdbc
                    .sql("select distinct claimed_by from delivery where state = 'sending'")
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(node::isDead)
                    .toArray(String[]::new);
            List<UUID> taken = jdbc.sql("""
                            update delivery
                            set state = case when channel = 'notice-email' and not urgent then 'uncertain' else 'pending' end,
                                may_repeat = true, next_at = ?, claimed_by = null, lease_until = null, fence = fence + 1,
                                problem = 'the process that was sending it stopped, so nobody knows whether it arrived'
                            where state = 'sending' and (lease_until < ? or claimed_by = any(?))
                            returning id""")
                    .params(at(now), at(now), dead)
                    .query(UUID.class)
                    .list();
            audit("recovered", "its worker stopped", taken.toArray(UUID[]::new), now);
            return taken.size();
        });
        return count == null ? 0 : count;
    }

    @Override
    public long unfinished(int attempts) {
        return jdbc.sql("""
                        select (select count(*) from delivery where state = 'sending')
                             + (select count(*) from delivery where state = 'pending' and attempts < ?)""").param(attempts).query(Long.class).single();
    }

    private void audit(String action, String why, UUID[] ids, Instant now) {
        if (ids.length == 0) {
            return;
        }
        jdbc.sql("""
                        insert into audit (at, authority, actor, action, reference, detail)
                        select ?, d.authority, 'stepbridge', ?,
                               case when d.name = '' then coalesce(r.reference, '') else '' end,
                               d.channel || ' ' || coalesce(nullif(d.name, ''), d.id::text) || case when ? = '' then '' else ': ' || ? end
                        from delivery d
                        left join delivery_line l on l.delivery_id = d.id and d.name = '' and l.position = 0
                        left join request r on r.id = l.request_id
                        where d.id = any(?)""").params(at(now), action, why, why, ids).update();
    }

    private static UUID[] ids(List<Parcel> parcels) {
        return parcels.stream().map(Parcel::id).toArray(UUID[]::new);
    }

    private static Long[] fences(List<Parcel> parcels) {
        return parcels.stream().map(Parcel::fence).toArray(Long[]::new);
    }

    static Claimed claimed(ResultSet row) throws SQLException {
        Array recipients = row.getArray("recipients");
        return new Claimed(
                row.getLong("fence"),
                new Authority(row.getString("authority")),
                row.getString("name"),
                row.getString("template"),
                Arrays.asList((String[]) recipients.getArray()),
                row.getBoolean("urgent"),
                row.getInt("attempts"),
                row.getBoolean("may_repeat"),
                Json.facts(row.getString("facts")),
                new ArrayList<>());
    }

    /** A delivery as it stands, to be filled with what it is about. */
    record Claimed(
            long fence,
            Authority authority,
            String name,
            String template,
            List<String> recipients,
            boolean urgent,
            int attempt,
            boolean mayRepeat,
            Map<String, String> facts,
            List<Parcel.Item> items) {
        Parcel parcel(UUID id, Channel channel) {
            return new Parcel(
                    id,
                    fence,
                    channel,
                    authority,
                    name,
                    template,
                    recipients,
                    urgent,
                    attempt,
                    mayRepeat,
                    items,
                    facts);
        }
    }
}
