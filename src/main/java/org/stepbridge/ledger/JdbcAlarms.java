package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Alarms;
import org.stepbridge.casework.Course;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Overview.AttentionLine;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Dispatch;

/** What stands still and who was told of it, on PostgreSQL. */
@Component
class JdbcAlarms implements Alarms {
    private static final String BY = "stepbridge";
    /** What one node sees and another does not is taken to be over once nobody has seen it for so long. */
    private static final Duration UNSEEN = Duration.ofMinutes(30);

    private static final int MOST_NOTICED = 1000;
    private static final int MOST_SHOWN = 50;
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", Locale.UK);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Packs packs;
    private final Clock clock;
    private final Overview overview;
    private final Notices notices;

    JdbcAlarms(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Packs packs,
            Clock clock,
            Overview overview,
            Notices notices) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.packs = packs;
        this.clock = clock;
        this.overview = overview;
        this.notices = notices;
    }

    private record Thing(String kind, String what) {}

    private record Known(Thing thing, Instant noticedAt, int told) {}

    @Override
    public int raise(Authority authority, List<AttentionLine> unread) {
        Integer sent = transaction.execute(status -> alone(authority) ? tell(authority, unread) : 0);
        return sent == null ? 0 : sent;
    }

    private boolean alone(Authority authority) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('standstill'), hashtext(?))")
                .param(authority.name())
                .query(Boolean.class)
                .single();
    }

    private int tell(Authority authority, List<AttentionLine> unread) {
        Instant now = clock.instant();
        replaceOldMails(authority);
        Map<Thing, AttentionLine> standing = standing(authority, unread, now);
        remember(authority, standing.keySet().toArray(Thing[]::new), now);
        Pack pack = packs.of(authority);
        Map<Course.Telling, List<AttentionLine>> tellings = new LinkedHashMap<>();
        List<Known> told = new ArrayList<>();
        for (Known known : known(authority)) {
            AttentionLine line = standing.get(known.thing());
            Course.Tellings due = pack.course().standing(known.noticedAt(), known.told(), now);
            if (line != null && !due.now().isEmpty()) {
                due.now()
                        .forEach(telling -> tellings.computeIfAbsent(telling, any -> new ArrayList<>())
                                .add(line));
                told.add(new Known(known.thing(), known.noticedAt(), due.told()));
            }
        }
        tellings.forEach((telling, lines) -> send(pack, telling, lines, now));
        markTold(authority, told);
        return tellings.keySet().stream()
                .mapToInt(telling -> telling.dispatches().size())
                .sum();
    }

    /** What stands still, oldest first; an email of ours about it is not told of, for it would never end. */
    private Map<Thing, AttentionLine> standing(Authority authority, List<AttentionLine> unread, Instant now) {
        List<String> own = jdbc.sql("""
                        select channel || ' ' || id from delivery
                        where authority = ? and name = ? and state in ('pending', 'sending', 'failed', 'uncertain')""")
                .params(authority.name(), Notices.STANDSTILL)
                .query(String.class)
                .list();
        Map<Thing, AttentionLine> standing = new LinkedHashMap<>();
        List<AttentionLine> all = new ArrayList<>(unread);
        all.addAll(overview.overdue(authority, now, MOST_NOTICED));
        for (AttentionLine line : all) {
            boolean ours = line.kind().equals("delivery") && own.contains(line.what());
            if (!line.kind().equals("telling") && !ours) {
                standing.putIfAbsent(thing(line), line);
            }
        }
        return standing;
    }

    /** One request may have several overdue clocks, which only the problem tells apart. */
    private static Thing thing(AttentionLine line) {
        return new Thing(line.kind(), line.kind().equals("clock") ? line.what() + " " + line.problem() : line.what());
    }

    private void remember(Authority authority, Thing[] things, Instant now) {
        String[] kinds = kinds(List.of(things));
        String[] whats = whats(List.of(things));
        jdbc.sql("""
                        delete from standstill s
                        where authority = ? and (kind <> 'unread' or seen_at <= ?) and not exists (
                            select from unnest(?::text[], ?::text[]) as t (kind, what) where t.kind = s.kind and t.what = s.what)""")
                .params(authority.name(), at(now.minus(UNSEEN)), kinds, whats)
                .update();
        jdbc.sql("""
                        insert into standstill as s (authority, kind, what, noticed_at, seen_at)
                        select ?, kind, what, ?, ? from unnest(?::text[], ?::text[]) as t (kind, what)
                        on conflict (authority, kind, what) do update set seen_at = excluded.seen_at""").params(authority.name(), at(now), at(now), kinds, whats).update();
    }

    private List<Known> known(Authority authority) {
        return jdbc.sql("select kind, what, noticed_at, told from standstill where authority = ?")
                .param(authority.name())
                .query((row, number) -> new Known(
                        new Thing(row.getString("kind"), row.getString("what")),
                        row.getTimestamp("noticed_at").toInstant(),
                        row.getInt("told")))
                .list();
    }

    private void send(Pack pack, Course.Telling telling, List<AttentionLine> lines, Instant now) {
        StringBuilder text = new StringBuilder();
        lines.stream().limit(MOST_SHOWN).forEach(line -> text.append(line(line, pack.zone())));
        if (lines.size() > MOST_SHOWN) {
            text.append("and ").append(lines.size() - MOST_SHOWN).append(" more\n");
        }
        Map<String, String> facts = Map.of(
                "telling", telling.title(),
                "count", String.valueOf(lines.size()),
                "standing", text.toString().strip());
        for (Dispatch dispatch : telling.dispatches()) {
            notices.ofNoRequest(pack.authority(), dispatch, facts, now);
        }
        AuditLog.add(
                jdbc,
                now,
                pack.authority().name(),
                BY,
                "standstill told",
                "",
                telling.title() + ": " + lines.size() + " standing still");
    }

    private static String line(AttentionLine line, ZoneId zone) {
        return "- " + line.what() + ", since " + SINCE.format(line.since().atZone(zone)) + ". " + line.problem() + "\n";
    }

    private void markTold(Authority authority, List<Known> told) {
        List<Thing> things = told.stream().map(Known::thing).toList();
        jdbc.sql("""
                        update standstill s set told = t.told
                        from unnest(?::text[], ?::text[], ?::integer[]) as t (kind, what, told)
                        where s.authority = ? and s.kind = t.kind and s.what = t.what""")
                .params(
                        kinds(things),
                        whats(things),
                        told.stream().map(Known::told).toArray(Integer[]::new),
                        authority.name())
                .update();
    }

    /** An email that could not be delivered needs nobody any more once a later one has reached the same people. */
    private void replaceOldMails(Authority authority) {
        jdbc.sql("""
                        update delivery d set state = 'superseded'
                        where d.authority = ? and d.name = ? and d.state = 'failed' and exists (
                            select from delivery later
                            where later.authority = d.authority and later.name = d.name and later.recipients = d.recipients
                              and later.seq > d.seq and later.state in ('delivered', 'acknowledged'))""").params(authority.name(), Notices.STANDSTILL).update();
    }

    private static String[] kinds(List<Thing> things) {
        return things.stream().map(Thing::kind).toArray(String[]::new);
    }

    private static String[] whats(List<Thing> things) {
        return things.stream().map(Thing::what).toArray(String[]::new);
    }
}
