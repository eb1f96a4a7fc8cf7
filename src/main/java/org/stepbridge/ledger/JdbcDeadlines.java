package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Course;
import org.stepbridge.casework.Deadlines;
import org.stepbridge.casework.Packs;

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
        Course course = packs.of(one.request().authority()).course();
        Course.Tellings told = course.tellings(one.request(), one.clock(), one.dueAt(), one.told(), now);
        for (Course.Telling telling : told.now()) {
            Map<String, String> facts = facts(one, telling);
            telling.dispatches()
                    .forEach(dispatch -> all.add(new Notices.Notice(
                            one.request().authority(),
                            one.requestId(),
                            one.version(),
                            one.decisionId(),
                            dispatch,
                            facts)));
            clocks.audit(one, BY, "clock told", telling.title() + " (" + telling.clause() + ")", now);
        }
        if (!now.isBefore(one.dueAt()) && clocks.rule(one).recheck()) {
            jdbc.sql("update request set recheck = true where id = ?")
                    .param(one.requestId())
                    .update();
        }
        Instant next = told.next();
        jdbc.sql("update clock set told = ?, next_at = ?::timestamptz where id = ?")
                .param(told.told())
                .param(Columns.text(next))
                .param(one.id())
                .update();
    }

    private Map<String, String> facts(RunningClock one, Course.Telling telling) {
        return Map.of(
                "clockTitle", clocks.rule(one).title(),
                "clockClause", one.clause(),
                "dueAt",
                        one.dueAt()
                                .atZone(java.time.ZoneOffset.UTC)
                                .toOffsetDateTime()
                                .toString(),
                "telling", telling.title(),
                "tellingClause", telling.clause());
    }
}
