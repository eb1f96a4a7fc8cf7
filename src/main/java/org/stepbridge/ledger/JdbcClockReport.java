package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.ClockReport;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;
import org.stepbridge.model.SourceSystem;

/** How deadlines stand, from PostgreSQL: each question is one statement. */
@Component
class JdbcClockReport implements ClockReport {
    private static final String RUNNING = """
            select r.reference, r.authority, r.type, r.locality, r.team, c.clock, c.clause, c.due_at, c.half_on
            from clock c
            join request r on r.id = c.request_id
            where c.met_at is null and c.stopped_at is null and c.paused_at is null
              and c.due_at > ? and c.due_at <= ? and (not ? or c.half_on is not null)
              and r.authority = any(?)
            order by c.due_at, c.id limit ?""";

    private final JdbcClient jdbc;
    private final Packs packs;

    JdbcClockReport(JdbcClient jdbc, Packs packs) {
        this.jdbc = jdbc;
        this.packs = packs;
    }

    @Override
    public List<Line> running(List<Authority> authorities, Instant behind, Instant until, boolean halfMet, int most) {
        return jdbc.sql(RUNNING)
                .params(at(behind), at(until), halfMet, Columns.names(authorities), most)
                .query((row, number) -> line(row))
                .list();
    }

    @Override
    public List<Tally> tally(List<Authority> authorities, Instant behind, Instant until, boolean halfMet, int most) {
        return jdbc.sql("select authority, type, clock, clause, count(*) as count from (" + RUNNING + ") c"
                        + " group by 1, 2, 3, 4 order by count desc, 1, 3, 2, 4")
                .params(at(behind), at(until), halfMet, Columns.names(authorities), most)
                .query((row, number) -> new Tally(
                        new Authority(row.getString("authority")),
                        row.getString("type"),
                        row.getString("clock"),
                        row.getString("clause"),
                        row.getLong("count")))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        String half = row.getString("half_on");
        return new Line(
                new Reference(row.getString("reference")),
                new Authority(row.getString("authority")),
                row.getString("type"),
                row.getString("locality"),
                row.getString("team"),
                row.getString("clock"),
                row.getString("clause"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                half == null ? null : SourceSystem.valueOf(half));
    }

    @Override
    public List<Kept> kept(List<Authority> authorities, Instant behind, Instant until, Set<By> by) {
        // What is due at the end of a month is due at the midnight after it, and belongs to that month.
        return jdbc.sql("""
                        select r.authority, r.type, c.clock, c.clause,
                               case when ? then r.locality else '' end as locality,
                               case when ? then r.team else '' end as team,
                               case when ? then r.worker else '' end as worker,
                               to_char((c.due_at - interval '1 second') at time zone z.zone, 'YYYY-MM') as month,
                               count(*) filter (where c.met_at <= c.due_at) as in_time,
                               count(*) filter (where c.met_at > c.due_at) as late,
                               count(*) filter (where c.met_at is null) as missed
                        from unnest(?::text[], ?::text[]) z (authority, zone)
                        join request r on r.authority = z.authority
                        join clock c on c.request_id = r.id
                        where c.stopped_at is null and c.paused_at is null and c.due_at > ? and c.due_at <= ?
                        group by 1, 2, 3, 4, 5, 6, 7, 8 order by 8 desc, 1, 3, 2, 4, 5, 6, 7""")
                .params(
                        by.contains(By.LOCALITY),
                        by.contains(By.TEAM),
                        by.contains(By.WORKER),
                        Columns.names(authorities),
                        authorities.stream()
                                .map(each -> packs.of(each).zone().getId())
                                .toArray(String[]::new),
                        at(behind),
                        at(until))
                .query((row, number) -> new Kept(
                        new Authority(row.getString("authority")),
                        row.getString("type"),
                        row.getString("clock"),
                        row.getString("clause"),
                        new Who(row.getString("locality"), row.getString("team"), row.getString("worker")),
                        YearMonth.parse(row.getString("month")),
                        new Count(row.getLong("in_time"), row.getLong("late"), row.getLong("missed"))))
                .list();
    }
}
