package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.RequestFilter;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;

/** What people look at, from PostgreSQL. */
@Component
class JdbcOverview implements Overview {
    private static final long NO_FILE = -1;

    /** The requests of a filter's locality, type and team, so many at most. */
    private static final String NARROWED = """
            and (? = '' or r.locality = ?) and (? = '' or r.type = ?) and (? = '' or lower(r.team) = lower(?))
            order by r.id limit ?""";

    /** The requests that hold all words, either as they are or put together. */
    private static final String NAMED = "(words @> ?::text[] or words @> ?::text[]) and authority = any(?)";

    /** So many found requests for each that is shown are sorted; of more the latest are looked for from the end. */
    private static final int FEW = 40;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TakenFiles taken;
    private final Packs packs;

    JdbcOverview(JdbcClient jdbc, TransactionTemplate transaction, TakenFiles taken, Packs packs) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.taken = taken;
        this.packs = packs;
    }

    @Override
    public Map<RequestState, Long> requestsByState(List<Authority> authorities) {
        Map<RequestState, Long> counts = new EnumMap<>(RequestState.class);
        jdbc.sql("select state, count(*) from request where authority = any(?) group by state")
                .param(Columns.names(authorities))
                .query(row -> {
                    counts.put(RequestState.of(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    @Override
    public Map<Channel, Map<DeliveryState, Long>> deliveries(List<Authority> authorities) {
        Map<Channel, Map<DeliveryState, Long>> counts = new EnumMap<>(Channel.class);
        jdbc.sql("select channel, state, count(*) from delivery where authority = any(?) group by channel, state")
                .param(Columns.names(authorities))
                .query(row -> {
                    counts.computeIfAbsent(Channel.of(row.getString(1)), any -> new EnumMap<>(DeliveryState.class))
                            .put(DeliveryState.of(row.getString(2)), row.getLong(3));
                });
        return counts;
    }

    @Override
    public List<FileLine> files(List<Authority> authorities, int most) {
        return jdbc.sql("select * from intake_file where authority = any(?) order by id desc limit ?")
                .params(Columns.names(authorities), most)
                .query((row, number) -> file(row))
                .list();
    }

    static FileLine file(ResultSet row) throws SQLException {
        return new FileLine(
                row.getLong("id"),
                new Authority(row.getString("authority")),
                row.getString("feed"),
                row.getString("name"),
                row.getString("content_hash"),
                row.getLong("bytes"),
                row.getString("delivered_by"),
                row.getTimestamp("opened_at").toInstant(),
                Columns.instant(row, "extracted_at"),
                row.getString("state"),
                row.getLong("rows_done"),
                row.getLong("accepted"),
                row.getLong("repeated"),
                row.getLong("rejected"),
                Json.findings(row.getString("findings")),
                row.getString("trouble"));
    }

    @Override
    public FileSums fileSums(List<Authority> authorities) {
        return jdbc.sql("""
                        select count(*), count(*) filter (where state = 'refused'), coalesce(sum(rows_done), 0),
                               coalesce(sum(accepted), 0), coalesce(sum(repeated), 0), coalesce(sum(rejected), 0)
                        from intake_file where authority = any(?)""")
                .param(Columns.names(authorities))
                .query((row, number) -> new FileSums(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)))
                .single();
    }

    @Override
    public List<FeedSums> feedSums(List<Authority> authorities) {
        return jdbc.sql("""
                        select authority, feed, bool_or(kind = 'requests'), count(*), count(*) filter (where state = 'refused'),
                               sum(rows_done), sum(accepted), sum(repeated), sum(rejected)
                        from intake_file where authority = any(?) group by authority, feed order by authority, feed""")
                .param(Columns.names(authorities))
                .query((row, number) -> new FeedSums(
                        new Authority(row.getString(1)),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)))
                .list();
    }

    @Override
    public List<FeedNews> feedNews(List<Authority> authorities) {
        return jdbc.sql("""
                        select distinct on (f.authority, f.feed) f.authority, f.feed, f.name, f.opened_at,
                               case when f.kind = 'notes' then w.reached end as complete
                        from intake_file f left join watermark w on w.authority = f.authority
                        where f.authority = any(?) order by f.authority, f.feed, f.id desc""")
                .param(Columns.names(authorities))
                .query((row, number) -> new FeedNews(
                        new Authority(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp("opened_at").toInstant(),
                        Columns.instant(row, "complete")))
                .list();
    }

    @Override
    public RequestSums requestSums(List<Authority> authorities) {
        // one statement, so that a batch that commits meanwhile is in all of it or in none
        return jdbc.sql("""
                        select (select coalesce(sum(accepted), 0) from intake_file where kind = 'requests' and authority = any(?)),
                               (select count(*) from linked_request l join request r on r.id = l.request_id where r.authority = any(?)),
                               count(*), coalesce(sum(version - 1), 0)
                        from request where authority = any(?)""")
                .params(Columns.names(authorities), Columns.names(authorities), Columns.names(authorities))
                .query((row, number) -> new RequestSums(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    @Override
    public Map<RequestState, Integer> countedTo(List<Authority> authorities, int most) {
        Map<RequestState, Integer> counts = new EnumMap<>(RequestState.class);
        jdbc.sql("""
                        select s.state, n.count from unnest(?::text[]) s (state)
                        cross join lateral (select count(*) from (
                            select from request r where r.authority = any(?) and r.state = s.state limit ?) few) n
                        where n.count > 0""").params(labels(Set.of()), Columns.names(authorities), most).query(row -> {
            counts.put(RequestState.of(row.getString(1)), row.getInt(2));
        });
        return counts;
    }

    @Override
    public List<RequestLine> requests(RequestFilter filter, @Nullable Reference after, int most) {
        // One walk along the index for each authority and state, each no longer than the page: a sort of a million rows
        // would be the other way. Behind an urgent one come the urgent ones with higher numbers, then all that are not.
        return jdbc.sql("""
                        with behind as (
                            select coalesce((select urgent from request where reference = ?), true) as urgent,
                                   coalesce((select id from request where reference = ?), 0) as id),
                        page as (
                            select r.id, r.urgent from behind b
                            cross join unnest(?::text[]) a (authority) cross join unnest(?::text[]) s (state)
                            cross join lateral (
                                (select r.id, r.urgent from request r
                                 where r.authority = a.authority and r.state = s.state and r.urgent = b.urgent and r.id > b.id
                        """ + NARROWED + """
                                )
                                union all
                                (select r.id, r.urgent from request r
                                 where b.urgent and r.authority = a.authority and r.state = s.state and r.urgent = false
                        """ + NARROWED + """
                                )) r
                            order by r.urgent desc, r.id limit ?)
                        select r.*, d.sentence, d.body from page p
                        join request r on r.id = p.id join decision d on d.id = r.decision_id
                        order by p.urgent desc, p.id""")
                .param(after == null ? "" : after.value())
                .param(after == null ? "" : after.value())
                .param(Columns.names(filter.authorities()))
                .param(labels(filter.states()))
                .params(narrowed(filter, most))
                .params(narrowed(filter, most))
                .param(most)
                .query((row, number) -> line(row))
                .list();
    }

    /** The parameters of {@link #NARROWED}. */
    private static List<Object> narrowed(RequestFilter filter, int most) {
        return List.of(
                filter.locality(), filter.locality(), filter.type(), filter.type(), filter.team(), filter.team(), most);
    }

    @Override
    public int undeliveredTo(List<Authority> authorities, int most) {
        return jdbc.sql("""
                        select count(*) from (select from delivery
                            where authority = any(?) and state in ('uncertain', 'failed') limit ?) few""")
                .params(Columns.names(authorities), most)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<RequestLine> undelivered(List<Authority> authorities, int most) {
        return jdbc.sql("""
                        with trouble as (
                            select l.request_id, min(t.seq) as seq
                            from (select id, seq from delivery
                                  where authority = any(?) and state in ('uncertain', 'failed') order by seq limit ?) t
                            join delivery_line l on l.delivery_id = t.id and not l.superseded
                            group by l.request_id order by 2 limit ?)
                        select r.*, d.sentence, d.body from trouble t
                        join request r on r.id = t.request_id join decision d on d.id = r.decision_id
                        order by t.seq, r.id""")
                .params(Columns.names(authorities), most, most)
                .query((row, number) -> line(row))
                .list();
    }

    @Override
    public List<RequestLine> search(List<Authority> authorities, String words, int most) {
        String[] wanted = words.strip().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        String[] said = Arrays.stream(wanted).filter(word -> !word.isEmpty()).toArray(String[]::new);
        if (said.length == 0) {
            return List.of();
        }
        // a reference, and a number that was written with spaces, are one word
        Object[] named = {said, new String[] {String.join("", said)}, Columns.names(authorities)};
        int sorted = FEW * most;
        return Objects.requireNonNull(transaction.execute(status -> {
            Plans.byIndex(jdbc);
            List<Long> few = jdbc.sql("select id from request where " + NAMED + " limit ?")
                    .params(named)
                    .param(sorted + 1)
                    .query(Long.class)
                    .list();
            // What many have in common is found soon by walking back from the latest; what few have never would be.
            return few.size() <= sorted
                    ? latest("id = any(?)", new Object[] {few.toArray(Long[]::new)}, most)
                    : latest(NAMED, named, most);
        }));
    }

    private List<RequestLine> latest(String which, Object[] parameters, int most) {
        return jdbc.sql("select r.*, d.sentence, d.body from (select * from request where " + which
                        + " order by id desc limit ?) r join decision d on d.id = r.decision_id order by r.id desc")
                .params(parameters)
                .param(most)
                .query((row, number) -> line(row))
                .list();
    }

    @Override
    public List<TaskLine> tasks(List<Authority> authorities, int most) {
        return jdbc.sql("""
                        select t.*, r.reference
                        from unnest(?::text[]) a (authority) cross join lateral (
                            select * from task where task.authority = a.authority and closed_at is null
                            order by urgent desc, id limit ?) t
                        left join request r on r.id = t.request_id
                        order by t.urgent desc, t.id limit ?""")
                .params(Columns.names(authorities), most, most)
                .query((row, number) -> new TaskLine(
                        new Authority(row.getString("authority")),
                        row.getString("reference") == null ? null : new Reference(row.getString("reference")),
                        row.getString("kind"),
                        row.getString("clause"),
                        row.getString("body"),
                        row.getBoolean("urgent"),
                        row.getTimestamp("opened_at").toInstant()))
                .list();
    }

    @Override
    public List<AttentionLine> overdue(Authority authority, Instant now, int most) {
        var limits = packs.of(authority).ageLimits();
        List<AttentionLine> lines = new ArrayList<>();
        jdbc.sql("""
                        (select 'waiting' as kind, reference as what, state_since as since,
                                'It has waited too long for the early help notes. Send a fresh notes export.' as problem
                         from request where authority = ? and state = 'waiting-for-evidence' and state_since <= ?
                         order by state_since limit ?)
                        union all
                        (select 'held', reference, state_since, 'It has waited too long for a person. Answer its question.'
                         from request where authority = ? and state = 'held' and state_since <= ?
                         order by state_since limit ?)
                        union all
                        (select 'future', reference, received_at, 'Its date lies in the future. Correct it in the source system.'
                         from request where authority = ? and state in ('waiting-for-evidence', 'held') and requested_at > ?
                         order by received_at limit ?)
                        union all
                        (select 'delivery', channel || ' ' || id, created_at,
                                'It has not left: ' || state || case when problem = '' then '' else ', ' || problem end || '.'
                         from delivery
                         where authority = ? and (state in ('failed', 'uncertain')
                               or (state in ('pending', 'sending') and created_at <= ?))
                         order by created_at limit ?)
                        union all
                        (select case when c.next_at is null and c.paused_at is null and not r.recheck then 'clock' else 'telling' end,
                                r.reference, c.due_at, 'Overdue: ' || c.clock || ' (' || c.clause || ').'
                         from clock c join request r on r.id = c.request_id
                         where r.authority = ? and c.met_at is null and c.stopped_at is null and c.due_at <= ?
                         order by c.due_at limit ?)
                        union all
                        (select 'hub', r.reference, d.delivered_at, 'The hub has not replied. Ask the hub.'
                         from delivery d
                         join delivery_line l on l.delivery_id = d.id and not l.superseded
                         join request r on r.id = l.request_id and r.state = 'queued-for-hub'
                         where d.authority = ? and d.channel = 'hub' and d.state = 'delivered' and d.delivered_at <= ?
                         order by d.delivered_at limit ?)
                        union all
                        (select 'task', coalesce(r.reference || ' ', '') || 'task ' || t.id, t.opened_at,
                                'Nobody has done this yet: ' || replace(t.kind, '-', ' ') || '.'
                         from task t left join request r on r.id = t.request_id
                         where t.authority = ? and t.closed_at is null
                           and (t.opened_at <= ? or (t.urgent and t.opened_at <= ?))
                         order by t.opened_at limit ?)
                        union all
                        (select 'reply', source || ' ' || id, received_at, problem from incoming
                         where authority = ? and settled_at is null and kind in ('unmatched', 'invalid')
                         order by received_at limit ?)
                        union all
                        (select 'file', f.name, f.opened_at, 'Reading it began and never ended: it changed or went away, '
                                || 'or it is very large. If it is no longer in its inbox, export it again under this name.'
                         from intake_file f
                         where f.authority = ? and f.state = 'reading' and f.opened_at <= ?
                           and not exists (
                               select 1 from intake_file later
                               where later.authority = f.authority and later.feed = f.feed and later.id > f.id
                                 and later.state = 'done'
                                 and (later.name = f.name or (f.feed = any(?) and later.extracted_at >= f.extracted_at)))
                         order by f.opened_at limit ?)
                        order by since limit ?""")
                .params(
                        authority.name(),
                        at(now.minus(limits.waiting())),
                        most,
                        authority.name(),
                        at(now.minus(limits.held())),
                        most,
                        authority.name(),
                        at(now),
                        most,
                        authority.name(),
                        at(now.minus(limits.undelivered())),
                        most,
                        authority.name(),
                        at(now),
                        most,
                        authority.name(),
                        at(now.minus(limits.hubReply())),
                        most,
                        authority.name(),
                        at(now.minus(limits.held())),
                        at(now.minus(limits.undelivered())),
                        most,
                        authority.name(),
                        most,
                        authority.name(),
                        at(now.minus(limits.unreadFile())),
                        fullFeeds(authority),
                        most,
                        most)
                .query(row -> {
                    lines.add(new AttentionLine(
                            row.getString(1),
                            row.getString(2),
                            row.getTimestamp(3).toInstant(),
                            row.getString(4)));
                });
        lines.addAll(feeds(authority, now));
        lines.sort(Comparator.comparing(AttentionLine::since));
        return lines.subList(0, Math.min(lines.size(), most));
    }

    /** The feeds with which something is wrong. */
    private List<AttentionLine> feeds(Authority authority, Instant now) {
        Pack pack = packs.of(authority);
        Instant running = taken.first(authority.name());
        List<AttentionLine> lines = new ArrayList<>();
        for (Feed feed : pack.feeds()) {
            pack.feedAlerts().of(feed, taken.of(authority.name(), feed.id(), NO_FILE), running, now).stream()
                    .map(alert -> new AttentionLine("feed", authority + " " + feed.id(), alert.since(), alert.text()))
                    .forEach(lines::add);
        }
        return lines;
    }

    /** The feeds whose every file holds all that an earlier one held. */
    private String[] fullFeeds(Authority authority) {
        return packs.of(authority).feeds().stream()
                .filter(Feed::full)
                .map(Feed::id)
                .toArray(String[]::new);
    }

    private static RequestLine line(ResultSet row) throws SQLException {
        Json.Body body = Json.body(row.getString("body"));
        return new RequestLine(
                new Reference(row.getString("reference")),
                new Authority(row.getString("authority")),
                row.getString("type"),
                row.getString("source_id"),
                RequestState.of(row.getString("state")),
                row.getBoolean("urgent"),
                row.getString("locality"),
                Columns.instant(row, "requested_at"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("state_since").toInstant(),
                row.getString("sentence"),
                body.reasons(),
                body.flags());
    }

    /** The names of these states; of all when there is none. */
    private static String[] labels(Set<RequestState> states) {
        return (states.isEmpty() ? EnumSet.allOf(RequestState.class) : states)
                .stream().map(RequestState::label).toArray(String[]::new);
    }
}
