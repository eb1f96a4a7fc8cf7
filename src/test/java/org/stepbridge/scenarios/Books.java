package org.stepbridge.scenarios;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.packs.Scenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger holds, as scenarios speak of it. */
final class Books {
    private final JdbcClient jdbc;
    private List<String> emptying = List.of();

    Books(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the ledger as new. Deleting the few rows of a scenario is many times faster than truncating every table. */
    void empty() {
        if (emptying.isEmpty()) {
            emptying = jdbc.sql("""
                            select table_name from information_schema.tables
                            where table_schema = 'public' and table_type = 'BASE TABLE'
                              and table_name <> 'flyway_schema_history'""").query(String.class).list();
        }
        StringBuilder all = new StringBuilder("set session_replication_role = replica; ");
        emptying.forEach(table -> all.append("delete from ").append(table).append("; "));
        jdbc.sql(all + "alter sequence reference_number restart; set session_replication_role = default")
                .update();
    }

    /** The channels on which something is due. */
    List<String> due(Instant now) {
        return jdbc.sql("select distinct channel from delivery where state = 'pending' and next_at <= ?")
                .param(at(now))
                .query(String.class)
                .list();
    }

    /** The reference of the request with this id in its source. */
    String reference(String sourceId) {
        return jdbc.sql("select reference from request where source_id = ?")
                .param(sourceId)
                .query(String.class)
                .single();
    }

    /** The number of the running clock of this name on this request. */
    long clock(String sourceId, String name) {
        return jdbc.sql("""
                        select c.id from clock c join request r on r.id = c.request_id
                        where r.source_id = ? and c.clock = ? and c.met_at is null and c.stopped_at is null""").params(sourceId, name).query(Long.class).single();
    }

    /** When people are next to be told of a clock, or an agenda is to be written; null when never. */
    @Nullable
    Instant nextTelling() {
        OffsetDateTime next =
                jdbc.sql("""
                        select least(
                            (select min(next_at) from clock where met_at is null and stopped_at is null and paused_at is null),
                            (select min(due_at) from agenda_item where not listed))""").query(OffsetDateTime.class).optional().orElse(null);
        return next == null ? null : next.toInstant();
    }

    /** Every request by its id in its source. */
    Map<String, Map<String, Object>> requests() {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.source_id, r.reference, r.type, r.state, r.urgent, r.version, d.sentence, d.body,
                               coalesce(f.source_id, '') as opened_from
                        from request r
                        join decision d on d.id = r.decision_id
                        left join linked_request l on l.request_id = r.id
                        left join request f on f.id = l.opened_from
                        order by r.id""").query(row -> {
            JsonNode body = JsonMapper.shared().readTree(row.getString("body"));
            Map<String, Object> request = new LinkedHashMap<>();
            for (String column : List.of("reference", "type", "state", "sentence")) {
                request.put(column, row.getString(column));
            }
            request.put("openedFrom", row.getString("opened_from"));
            request.put("urgent", row.getBoolean("urgent"));
            request.put("version", row.getInt("version"));
            request.put("reasons", texts(body.path("reasons"), "code"));
            request.put("flags", texts(body.path("flags"), "code"));
            List<String> checklist = new ArrayList<>();
            body.path("checklist").forEach(item -> checklist.add(item.asString()));
            request.put("checklist", checklist);
            request.put("clauses", texts(body.path("reasons"), "clause"));
            all.put(row.getString("source_id"), request);
        });
        return all;
    }

    List<Map<String, Object>> tasks() {
        return jdbc.sql("""
                        select r.source_id, t.kind, t.clause, t.body, t.urgent
                        from task t left join request r on r.id = t.request_id
                        where t.closed_at is null order by t.id""")
                .query((row, number) -> {
                    Map<String, Object> task = new LinkedHashMap<>();
                    task.put("request", Optional.ofNullable(row.getString(1)).orElse(""));
                    task.put("kind", row.getString(2));
                    task.put("clause", row.getString(3));
                    task.put("text", row.getString(4));
                    task.put("urgent", row.getBoolean(5));
                    return task;
                })
                .list();
    }

    List<Map<String, Object>> clocks(ZoneId zone, boolean met) {
        return jdbc.sql("""
                        select r.source_id, c.clock, c.clause, c.started_at, c.due_at, c.met_at, c.half_on, c.restarted_at is not null
                        from clock c join request r on r.id = c.request_id
                        where c.stopped_at is null and (c.met_at is null or ?) order by c.id""")
                .param(met)
                .query((row, number) -> {
                    Map<String, Object> clock = new LinkedHashMap<>();
                    clock.put("request", row.getString(1));
                    clock.put("clock", row.getString(2));
                    clock.put("clause", row.getString(3));
                    clock.put("started", local(row.getObject(4, OffsetDateTime.class), zone));
                    clock.put("due", local(row.getObject(5, OffsetDateTime.class), zone));
                    OffsetDateTime metAt = row.getObject(6, OffsetDateTime.class);
                    clock.put("met", metAt == null ? "" : local(metAt, zone));
                    clock.put("half", Optional.ofNullable(row.getString(7)).orElse(""));
                    clock.put("restarted", row.getBoolean(8));
                    return clock;
                })
                .list();
    }

    /** The template of each of these deliveries. */
    Map<UUID, String> templates(List<UUID> deliveries) {
        Map<UUID, String> templates = new LinkedHashMap<>();
        jdbc.sql("select id, template from delivery where id = any(?)")
                .param(deliveries.toArray(UUID[]::new))
                .query(row -> {
                    templates.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return templates;
    }

    private static String local(OffsetDateTime time, ZoneId zone) {
        return Scenario.time(time.atZoneSameInstant(zone).toLocalDateTime());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static List<String> texts(JsonNode list, String key) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.path(key).asString()));
        return texts;
    }
}
