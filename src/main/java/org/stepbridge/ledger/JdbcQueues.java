package org.stepbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Action.Party;
import org.stepbridge.casework.Action.Said;
import org.stepbridge.casework.Queues;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;

/** What waits for the hub or MASH, from PostgreSQL: one walk along the worklist's index for each authority and state. */
@Component
class JdbcQueues implements Queues {
    private final JdbcClient jdbc;

    JdbcQueues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Queued> waitingFor(Party party, List<Authority> authorities, int most) {
        return jdbc.sql("""
                        with page as (
                            select r.id, r.urgent
                            from unnest(?::text[]) a (authority) cross join unnest(?::text[]) s (state)
                            cross join lateral (
                                select id, urgent from request
                                where request.authority = a.authority and request.state = s.state
                                order by request.urgent desc, request.id limit ?) r
                            order by r.urgent desc, r.id limit ?)
                        select r.*, d.sentence, d.body, v.payload, c.clock, c.clause, c.due_at, o.said
                        from page p
                        join request r on r.id = p.id
                        join decision d on d.id = r.decision_id
                        join request_version v on v.request_id = r.id and v.version = r.version
                        left join lateral (
                            select clock, clause, due_at from clock
                            where request_id = r.id and met_at is null and stopped_at is null
                            order by due_at, id limit 1) c on true
                        left join lateral (
                            select said from outcome where request_id = r.id and party = ? order by id desc limit 1) o on true
                        order by p.urgent desc, p.id""")
                .param(Columns.names(authorities))
                .param(states(party))
                .params(most, most, party.label())
                .query((row, number) -> queued(row))
                .list();
    }

    private static String[] states(Party party) {
        List<RequestState> states = switch (party) {
            case HUB -> List.of(RequestState.QUEUED_FOR_HUB);
            case MASH -> List.of(RequestState.MASH_PENDING, RequestState.SENT_TO_MASH);
        };
        return states.stream().map(RequestState::label).toArray(String[]::new);
    }

    private static Queued queued(ResultSet row) throws SQLException {
        String clock = row.getString("clock");
        String said = row.getString("said");
        return new Queued(
                new Reference(row.getString("reference")),
                new Authority(row.getString("authority")),
                row.getString("type"),
                Json.payload(row.getString("payload")).request().details().text("programme"),
                row.getString("locality"),
                RequestState.of(row.getString("state")),
                row.getBoolean("urgent"),
                row.getTimestamp("state_since").toInstant(),
                row.getString("sentence"),
                Json.body(row.getString("body")).flags(),
                row.getLong("decision_id"),
                clock == null
                        ? null
                        : new Due(
                                clock,
                                row.getString("clause"),
                                row.getObject("due_at", OffsetDateTime.class).toInstant()),
                said == null ? null : Said.of(said));
    }
}
