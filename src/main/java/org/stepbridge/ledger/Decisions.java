package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.ClockStart;
import org.stepbridge.model.Dispatch;
import org.stepbridge.model.Reason;
import org.stepbridge.model.TaskStart;

/** Writes decisions and all that follows from them: outbox, tasks, clocks, audit. Called inside the ledger's transactions. */
@Component
class Decisions {
    static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final Clocks clocks;

    Decisions(JdbcClient jdbc, Clocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    /** Takes the next {@code count} numbers of a sequence, in order. */
    List<Long> numbers(String sequence, int count) {
        return jdbc.sql("select nextval(?::regclass) from generate_series(1, ?) order by 1")
                .params(sequence, count)
                .query(Long.class)
                .list();
    }

    void write(Connection connection, Authority authority, List<Decided> all, Instant now, String why)
            throws SQLException {
        CopyRows decisions = new CopyRows("decision (id, request_id, version, decided_at, sentence, body, evidence,"
                + " protocol_version, protocol_hash)");
        CopyRows clocks = new CopyRows("clock (request_id, clock, clause, started_at, due_at, next_at)");
        CopyRows audit = new CopyRows("audit (at, authority, actor, action, reference, detail)");
        AgendaItems agendas = new AgendaItems();
        List<Task> tasks = new ArrayList<>();
        for (Decided one : all) {
            var decision = one.decision();
            decisions
                    .add(one.decisionId())
                    .add(one.id())
                    .add(one.version())
                    .add(now)
                    .add(decision.sentence());
            decisions.add(Json.write(Json.bodyOf(decision)));
            decisions.add(decision.evidence() == null ? null : Json.write(decision.evidence()));
            decisions
                    .add(decision.protocol().version())
                    .add(decision.protocol().contentHash())
                    .end();
            for (ClockStart clock : decision.clocks()) {
                clocks.add(one.id())
                        .add(clock.clock())
                        .add(clock.clause())
                        .add(now)
                        .add(clock.due())
                        .add(clock.next())
                        .end();
            }
            decision.tasks().forEach(task -> tasks.add(new Task(one.id(), task)));
            agendas.add(one);
            audit.add(now)
                    .add(authority.name())
                    .add("stepbridge")
                    .add("decided")
                    .add(one.reference().value());
            audit.add(detail(one, why)).end();
        }
        decisions.send(connection);
        clocks.send(connection);
        agendas.send(connection);
        audit.send(connection);
        open(authority, tasks, now);
        outbox(connection, authority, all, now);
    }

    /** Closes what an earlier decision about these requests asked of people or started, unless the new one asks it too. */
    void closeEarlier(List<Decided> again, Instant now) {
        List<Task> kept = new ArrayList<>();
        again.forEach(one -> one.decision().tasks().forEach(task -> kept.add(new Task(one.id(), task))));
        Long[] ids = again.stream().map(Decided::id).toArray(Long[]::new);
        jdbc.sql("""
                        update task set closed_at = ?
                        where request_id = any(?) and closed_at is null
                          and (request_id, kind) not in (select * from unnest(?::bigint[], ?::text[]))""")
                .params(
                        at(now),
                        ids,
                        kept.stream().map(Task::requestId).toArray(Long[]::new),
                        kept.stream().map(task -> task.start().kind()).toArray(String[]::new))
                .update();
        clocks.stop(ids, now);
    }

    /** Takes back what has not left yet of earlier decisions about these requests. */
    void supersede(Long[] requestIds) {
        UUID[] pending =
                jdbc.sql("""
                        select id from delivery
                        where state = 'pending'
                          and id in (select delivery_id from delivery_line where request_id = any(?) and not superseded)
                        for update""").param(requestIds).query(UUID.class).list().toArray(UUID[]::new);
        jdbc.sql("update delivery_line set superseded = true where delivery_id = any(?) and request_id = any(?)")
                .params(pending, requestIds)
                .update();
        jdbc.sql("""
                        update delivery set state = 'superseded'
                        where id = any(?)
                          and not exists (select from delivery_line where delivery_id = delivery.id and not superseded)""").param(pending).update();
    }

    void open(Authority authority, List<Task> tasks, Instant now) {
        if (tasks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into task (authority, request_id, kind, clause, body, urgent, opened_at)
                        select ?, request_id, kind, clause, body, urgent, ?
                        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                            as t (request_id, kind, clause, body, urgent)
                        on conflict do nothing""")
                .params(
                        authority.name(),
                        at(now),
                        tasks.stream().map(Task::requestId).toArray(Long[]::new),
                        tasks.stream().map(task -> task.start().kind()).toArray(String[]::new),
                        tasks.stream().map(task -> task.start().clause()).toArray(String[]::new),
                        tasks.stream().map(task -> task.start().text()).toArray(String[]::new),
                        tasks.stream().map(task -> task.start().urgent()).toArray(Boolean[]::new))
                .update();
    }

    /** @param requestId null for a task about no request that could be read */
    record Task(@org.jspecify.annotations.Nullable Long requestId, TaskStart start) {}

    private void outbox(Connection connection, Authority authority, List<Decided> all, Instant now)
            throws SQLException {
        CopyRows deliveries = new CopyRows(
                "delivery (id, authority, channel, name, template, recipients, urgent, state, created_at, next_at)");
        CopyRows lines = new CopyRows("delivery_line (delivery_id, position, request_id, version, decision_id)");
        Map<Channel, FileInTheMaking> files = new EnumMap<>(Channel.class);
        for (Decided one : all) {
            for (Dispatch dispatch : one.decision().dispatches()) {
                UUID id;
                int position = 0;
                if (dispatch.channel().isFile()) {
                    FileInTheMaking file = files.computeIfAbsent(
                            dispatch.channel(), channel -> new FileInTheMaking(UUID.randomUUID()));
                    id = file.id;
                    position = file.lines++;
                } else {
                    id = UUID.randomUUID();
                    delivery(deliveries, id, authority, "", dispatch, now);
                }
                lines.add(id)
                        .add(position)
                        .add(one.id())
                        .add(one.version())
                        .add(one.decisionId())
                        .end();
            }
        }
        for (var file : files.entrySet()) {
            Channel channel = file.getKey();
            // n is the first decision's number: unique, so two files of one millisecond never share a name
            String prefix = channel.label().startsWith("recordings") ? "recordings" : channel.label();
            String name = prefix + "-" + STAMP.format(now) + "-" + all.get(0).decisionId() + ".csv";
            delivery(deliveries, file.getValue().id, authority, name, Dispatch.to(channel, ""), now);
        }
        deliveries.send(connection);
        lines.send(connection);
    }

    private static void delivery(
            CopyRows rows, UUID id, Authority authority, String name, Dispatch dispatch, Instant now)
            throws SQLException {
        rows.add(id)
                .add(authority.name())
                .add(dispatch.channel().label())
                .add(name)
                .add(dispatch.template());
        rows.add(dispatch.recipients())
                .add(dispatch.urgent())
                .add("pending")
                .add(now)
                .add(now)
                .end();
    }

    private static String detail(Decided one, String why) {
        String clauses = one.decision().reasons().stream()
                .map(Reason::clause)
                .filter(clause -> !clause.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        return why + ", version " + one.version() + ": " + one.state().label() + " by " + clauses + ", protocol "
                + one.decision().protocol().version() + " "
                + one.decision().protocol().contentHash();
    }

    private static final class FileInTheMaking {
        private final UUID id;
        private int lines;

        FileInTheMaking(UUID id) {
            this.id = id;
        }
    }
}
