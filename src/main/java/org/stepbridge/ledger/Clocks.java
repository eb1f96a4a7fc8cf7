package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Course;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.ClockStart;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;

/** The clocks that run on requests; called inside the ledger's transactions. */
@Component
class Clocks {
    private final JdbcClient jdbc;
    private final Packs packs;

    Clocks(JdbcClient jdbc, Packs packs) {
        this.jdbc = jdbc;
        this.packs = packs;
    }

    /** A clock that starts on a request for the {@code round}th time. */
    record Started(long requestId, ClockStart start, int round) {}

    /** The request that something happened on. */
    record About(long requestId, Reference reference, Request request) {}

    /**
     * Starts these clocks; one that runs already on its request goes on as it is. That it runs is asked in words that none
     * of the indexes of running clocks serves: while the table is empty they look as good as the one by request, and the
     * plan of that moment is kept.
     */
    void start(List<Started> all, Instant from) {
        if (all.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into clock (request_id, clock, clause, started_at, due_at, next_at, round)
                        select s.request_id, s.clock, s.clause, ?, s.due_at, s.next_at, s.round
                        from unnest(?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::integer[])
                            as s (request_id, clock, clause, due_at, next_at, round)
                        where (select count(*) from clock c
                               where c.request_id = s.request_id and c.clock = s.clock
                                 and coalesce(c.met_at, c.stopped_at) is null) = 0""")
                .params(
                        at(from),
                        all.stream().map(Started::requestId).toArray(Long[]::new),
                        all.stream().map(one -> one.start().clock()).toArray(String[]::new),
                        all.stream().map(one -> one.start().clause()).toArray(String[]::new),
                        all.stream().map(one -> one.start().due().toString()).toArray(String[]::new),
                        all.stream()
                                .map(one -> Columns.text(one.start().next()))
                                .toArray(String[]::new),
                        all.stream().map(Started::round).toArray(Integer[]::new))
                .update();
    }

    /** The running clock of this name on this request, locked; null when there is none. */
    @Nullable
    RunningClock running(long requestId, String clock) {
        return running(requestId).stream()
                .filter(one -> one.clock().equals(clock))
                .findFirst()
                .orElse(null);
    }

    /** The clocks that run on this request, locked. */
    List<RunningClock> running(long requestId) {
        return running(new Long[] {requestId});
    }

    /** The clocks that run on these requests, locked. */
    List<RunningClock> running(Long[] requestIds) {
        return jdbc.sql("select " + RunningClock.COLUMNS + """
                         from clock c
                        join request r on r.id = c.request_id
                        join request_version v on v.request_id = r.id and v.version = r.version
                        where c.request_id = any(?) and c.met_at is null and c.stopped_at is null order by c.id for update of c""")
                .param(requestIds)
                .query((row, number) -> RunningClock.of(row))
                .list();
    }

    /**
     * Meets a clock; the next time of one that comes again starts, and so does what starts when it is met.
     *
     * @param at when what meets it was done; never taken to be before the clock started
     * @param how what met it, without personal data
     */
    void meet(RunningClock clock, Instant at, String by, String how, Instant now) {
        Instant met = at.isBefore(clock.startedAt()) ? clock.startedAt() : at;
        if (!ticked(clock)) {
            audit(clock, by, "clock not met", how + ", but not all of its checklist is ticked", now);
            return;
        }
        int won = jdbc.sql("update clock set met_at = ? where id = ? and met_at is null and stopped_at is null")
                .params(at(met), clock.id())
                .update();
        if (won == 0) {
            return; // somebody else met it first
        }
        audit(clock, by, "clock met", how, now);
        Course course = course(clock.request());
        List<Started> next = new ArrayList<>();
        course.again(clock.request().type(), clock.clock(), met)
                .ifPresent(start -> next.add(new Started(clock.requestId(), start, clock.round() + 1)));
        start(next, met);
        happened(
                new About(clock.requestId(), clock.reference(), clock.request()), "met:" + clock.clock(), met, by, now);
    }

    /** Whether what the checklist asks for before this clock has been ticked since it started. */
    private boolean ticked(RunningClock clock) {
        Set<String> needs = rule(clock).needs();
        return needs.isEmpty()
                || jdbc.sql(
                                        "select count(distinct item) from checklist_tick where request_id = ? and at >= ? and item = any(?)")
                                .params(clock.requestId(), at(clock.startedAt()), needs.toArray(String[]::new))
                                .query(Integer.class)
                                .single()
                        == needs.size();
    }

    /** Meets the clocks that this event meets and starts those that it starts. */
    void happened(About about, String event, Instant at, String by, Instant now) {
        Course course = course(about.request());
        boolean meets = course.meetsClocks(about.request().type(), event);
        for (RunningClock clock : meets ? running(about.requestId()) : List.<RunningClock>of()) {
            boolean met = rule(clock).events().contains(event);
            if (met) {
                meet(clock, at, by, event, now);
            }
        }
        start(
                course.starts(about.request(), event, at).stream()
                        .map(start -> new Started(about.requestId(), start, 1))
                        .toList(),
                at);
    }

    /** Ends the clocks of these requests without meeting them. */
    void stop(Long[] requestIds, Instant now) {
        jdbc.sql("update clock set stopped_at = ? where request_id = any(?) and met_at is null and stopped_at is null")
                .params(at(now), requestIds)
                .update();
    }

    /** Ends those of these clocks that run on this request without meeting them. */
    void stop(long requestId, Set<String> which, Instant now) {
        jdbc.sql("""
                        update clock set stopped_at = ?
                        where request_id = ? and clock = any(?) and met_at is null and stopped_at is null""").params(at(now), requestId, which.toArray(String[]::new)).update();
    }

    /** Counts a clock afresh from then. */
    void restart(RunningClock clock, Instant from, String by, Instant now) {
        course(clock.request())
                .afresh(clock.request().type(), clock.clock(), from)
                .ifPresent(start -> {
                    jdbc.sql("""
                            update clock set started_at = ?, due_at = ?, next_at = ?::timestamptz, told = 0, restarted_at = ?
                            where id = ? and met_at is null and stopped_at is null""")
                            .param(at(from))
                            .param(at(start.due()))
                            .param(Columns.text(start.next()))
                            .param(at(now))
                            .param(clock.id())
                            .update();
                    audit(clock, by, "clock restarted", "it counts from what became known", now);
                });
    }

    /** Notes that one system of the two has the record. */
    void half(RunningClock clock, String system, Instant at, String by, Instant now) {
        jdbc.sql("update clock set half_on = ?, half_at = ? where id = ?")
                .params(system, at(at), clock.id())
                .update();
        audit(clock, by, "clock half met", "recorded on " + system + " only", now);
    }

    Course.Clock rule(RunningClock clock) {
        return course(clock.request()).clock(clock.request().type(), clock.clock());
    }

    void audit(RunningClock clock, String by, String action, String detail, Instant now) {
        AuditLog.add(
                jdbc,
                now,
                clock.request().authority().name(),
                by,
                action,
                clock.reference().value(),
                clock.clock() + " (" + clock.clause() + "): " + detail);
    }

    private Course course(Request request) {
        return packs.of(request.authority()).course();
    }
}
