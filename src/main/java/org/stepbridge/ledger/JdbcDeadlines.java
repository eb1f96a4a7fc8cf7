package org.stepbridge.ledger;

import static org.stepbridge.ledger.Files.at;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Deadlines;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Reference;
import org.stepbridge.protocol.ClockRule;
import org.stepbridge.protocol.Told;

/** Clocks on PostgreSQL. */
@Component
class JdbcDeadlines implements Deadlines {
    private static final String BY = "stepbridge";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Packs packs;
    private final Clock clock;
    private final Clocks clocks;
    private final Notices notices;

    JdbcDeadlines(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Packs packs,
            Clock clock,
            Clocks clocks,
            Notices notices) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.packs = packs;
        this.clock = clock;
        this.clocks = clocks;
        this.notices = notices;
    }

    @Override
    public int tick(int most) {
        Integer looked = transaction.execute(status -> {
            Instant now = clock.instant();
            String[] live =
                    packs.live().stream().map(pack -> pack.authority().name()).toArray(String[]::new);
            List<RunningClock> due = jdbc.sql("select " + RunningClock.COLUMNS + """
                             from clock c
                            join request r on r.id = c.request_id
                            join request_version v on v.request_id = r.id and v.version = r.version
                            where c.met_at is null and c.stopped_at is null and c.paused_at is null and c.next_at <= ? and r.authority = any(?)
                            order by c.next_at limit ? for update of c skip locked""")
                    .params(at(now), live, most)
                    .query((row, number) -> RunningClock.of(row))
                    .list();
            List<Notices.Notice> all = new ArrayList<>();
            due.forEach(one -> tell(one, all, now));
            notices.send(all, now);
            return due.size();
        });
        return looked == null ? 0 : looked;
    }

    private void tell(RunningClock one, List<Notices.Notice> all, Instant now) {
        var protocol = packs.of(one.request().authority()).protocol();
        Told told = protocol.telling(one.request(), one.clock(), one.dueAt(), one.told(), now);
        for (Told.Rung rung : told.rungs()) {
            Map<String, String> facts = facts(one, rung.telling());
            rung.dispatches()
                    .forEach(dispatch -> all.add(new Notices.Notice(
                            one.request().authority(),
                            one.requestId(),
                            one.version(),
                            one.decisionId(),
                            dispatch,
                            facts)));
            clocks.audit(
                    one,
                    BY,
                    "clock told",
                    rung.telling().title() + " (" + rung.telling().clause() + ")",
                    now);
        }
        Instant next = told.next();
        jdbc.sql("update clock set told = ?, next_at = ?::timestamptz where id = ?")
                .params(told.told(), next == null ? null : next.toString(), one.id())
                .update();
    }

    private Map<String, String> facts(RunningClock one, ClockRule.Telling telling) {
        return Map.of(
                "clockTitle", clocks.rule(one).map(ClockRule::title).orElse(one.clock()),
                "clockClause", one.clause(),
                "dueAt",
                        one.dueAt()
                                .atZone(java.time.ZoneOffset.UTC)
                                .toOffsetDateTime()
                                .toString(),
                "telling", telling.title(),
                "tellingClause", telling.clause());
    }

    @Override
    public boolean pause(Reference reference, String clock, String by, String reason) {
        return change(
                reference,
                clock,
                by,
                "clock paused",
                reason,
                one -> jdbc.sql("update clock set paused_at = ? where id = ? and paused_at is null")
                                .params(at(this.clock.instant()), one.id())
                                .update()
                        == 1);
    }

    @Override
    public boolean resume(Reference reference, String clock, String by, String reason) {
        return change(
                reference,
                clock,
                by,
                "clock goes on",
                reason,
                one -> jdbc.sql("""
                                update clock
                                set due_at = due_at + (? - paused_at), next_at = next_at + (? - paused_at), paused_at = null
                                where id = ? and paused_at is not null""")
                                .params(at(this.clock.instant()), at(this.clock.instant()), one.id())
                                .update()
                        == 1);
    }

    private boolean change(
            Reference reference,
            String clock,
            String by,
            String action,
            String reason,
            Predicate<RunningClock> change) {
        return Boolean.TRUE.equals(transaction.execute(status -> about(reference)
                .map(about -> clocks.running(about.requestId(), clock))
                .filter(change)
                .map(one -> {
                    clocks.audit(one, by, action, reason, this.clock.instant());
                    return true;
                })
                .orElse(false)));
    }

    @Override
    public boolean happened(Reference reference, String event, Instant at, String by, String reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Instant now = clock.instant();
            Optional<Clocks.About> about = about(reference);
            about.ifPresent(one -> {
                clocks.happened(one, event, at, by, now);
                jdbc.sql(
                                "insert into audit (at, authority, actor, action, reference, detail) values (?, ?, ?, ?, ?, ?)")
                        .params(at(now), one.request().authority().name(), by, event, reference.value(), reason)
                        .update();
            });
            return about.isPresent();
        }));
    }

    /** The request, locked. */
    private Optional<Clocks.About> about(Reference reference) {
        return jdbc.sql("""
                        select r.id, v.payload from request r
                        join request_version v on v.request_id = r.id and v.version = r.version
                        where r.reference = ? for update of r""")
                .param(reference.value())
                .query((row, number) -> new Clocks.About(
                        row.getLong(1),
                        reference,
                        Json.payload(row.getString(2)).request()))
                .optional();
    }
}
