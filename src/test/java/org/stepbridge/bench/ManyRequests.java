package org.stepbridge.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes many requests of the few that the program itself has taken in and decided: each row about them is copied with
 * other numbers, other children and earlier dates, by one statement a table.
 */
final class ManyRequests {
    /** More than the few have, so that no copy meets another. */
    private static final String APART = "k * 1000000";

    private static final String EARLIER = " - k * interval '8 minutes'";
    private static final String REFERENCE =
            "regexp_replace(%1$s, '\\d+$', '') || (substring(%1$s from '\\d+$')::bigint + " + APART + ")";

    /** Table to column to what a copy has in it; every other column is as in the original. */
    private static final Map<String, Map<String, String>> COPIES = new LinkedHashMap<>();

    static {
        Map<String, String> child = Map.of(
                "ehm_id", "ehm_id || 'x' || k",
                "lcs_id", "lcs_id || 'x' || k",
                "nhs_number", "(nhs_number::bigint + k)::text",
                "upn", "upn || k");
        COPIES.put(
                "request",
                with(
                        child,
                        "id",
                        "id + " + APART,
                        "reference",
                        REFERENCE.formatted("reference"),
                        "source_id",
                        "source_id || 'x' || k",
                        "decision_id",
                        "decision_id + " + APART,
                        "requested_at",
                        "requested_at" + EARLIER,
                        "received_at",
                        "received_at" + EARLIER,
                        "state_since",
                        "state_since" + EARLIER));
        COPIES.put("request_version", Map.of("request_id", "request_id + " + APART));
        COPIES.put(
                "decision",
                Map.of(
                        "id", "id + " + APART,
                        "request_id", "request_id + " + APART,
                        "decided_at", "decided_at" + EARLIER));
        COPIES.put("delivery", Map.of("id", "md5(id || '-' || k)::uuid"));
        COPIES.put(
                "delivery_line",
                Map.of(
                        "delivery_id", "md5(delivery_id || '-' || k)::uuid",
                        "request_id", "request_id + " + APART,
                        "decision_id", "decision_id + " + APART));
        COPIES.put("task", Map.of("request_id", "request_id + " + APART));
        COPIES.put("clock", Map.of("request_id", "request_id + " + APART, "due_at", "due_at" + EARLIER));
        COPIES.put(
                "audit",
                Map.of(
                        "reference",
                        "case when reference = '' then '' else " + REFERENCE.formatted("reference") + " end",
                        "at",
                        "at" + EARLIER));
        COPIES.put("note", with(child, "note_id", "note_id || 'x' || k"));
    }

    private ManyRequests() {}

    /** Until there are so many times as many. */
    static void multiply(Connection connection, int times) throws SQLException {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        try (Statement sql = connection.createStatement()) {
            for (var copy : COPIES.entrySet()) {
                Map<String, String> columns = new LinkedHashMap<>();
                jdbc.sql("""
                                select column_name from information_schema.columns
                                where table_schema = 'public' and table_name = ? and is_identity = 'NO'
                                  and is_generated = 'NEVER'""")
                        .param(copy.getKey())
                        .query(String.class)
                        .list()
                        .forEach(column -> columns.put(column, copy.getValue().getOrDefault(column, column)));
                if (!columns.keySet().containsAll(copy.getValue().keySet())) {
                    throw new IllegalStateException("the table " + copy.getKey() + " has other columns by now");
                }
                sql.execute("insert into " + copy.getKey() + " (" + String.join(", ", columns.keySet()) + ") select "
                        + columns.values().stream().collect(Collectors.joining(", ")) + " from " + copy.getKey()
                        + ", generate_series(1, " + (times - 1) + ") k");
            }
            sql.execute("vacuum analyze");
        }
    }

    private static Map<String, String> with(Map<String, String> columns, String... more) {
        Map<String, String> all = new LinkedHashMap<>(columns);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
