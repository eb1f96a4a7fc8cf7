package org.stepbridge.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that a ledger holds, in lines that are the same for the same work: every table and every column there is, but for
 * numbers that are given in passing, times of the run, and what a file is called and looks like.
 */
final class Ledgers {
    /** The audit's seals are hashes of its entries with their numbers and times; logins are no work. */
    private static final Set<String> TABLES_LEFT_OUT = Set.of("flyway_schema_history", "audit_block", "login");

    /** By {@code column} or {@code table.column}. */
    private static final Set<String> LEFT_OUT = Set.of(
            // numbers
            "id",
            "seq",
            "position",
            "decision_id",
            "returned_id",
            "delivery_id",
            "file_id",
            "fence",
            "claimed_by",
            // times of the run
            "at",
            "received_at",
            "state_since",
            "decided_at",
            "opened_at",
            "closed_at",
            "created_at",
            "next_at",
            "first_tried_at",
            "lease_until",
            "delivered_at",
            "replaced_at",
            "started_at",
            "due_at",
            "met_at",
            "stopped_at",
            "restarted_at",
            "half_at",
            "paused_at",
            "activated_at",
            // made of other columns, the reference among them
            "request.words",
            // of the whole pack, whose feeds say which way
            "protocol_hash",
            "pack_activation.content_hash",
            "pack_activation.files",
            // the file; a view's rows have no place in one
            "delivery.name",
            "intake_file.name",
            "intake_file.content_hash",
            "intake_file.bytes",
            "intake_file.delivered_by",
            "intake_file.findings",
            "request_version.row_number");

    /** Numbers and names of files and deliveries in a text. */
    private static final String NAMED =
            "file entry [0-9]+|[a-z-]+-20[0-9]{6}T[0-9]+[-.a-z0-9]*|[A-Z]{3}-20[0-9]{2}-[0-9]+"
                    + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}";
    /** A file that came twice, with nothing new the second time. */
    private static final String NOT_AGAIN = " where not (rows_done > 0 and rows_done = repeated)";

    private static final String WHICH_REQUEST = "(select r.source || ' ' || r.source_id from request r where r.";

    private Ledgers() {}

    /** The lines of each table, sorted. */
    static Map<String, List<String>> everything(JdbcClient jdbc) {
        return everything(jdbc, Set.of());
    }

    /** The lines of each table without these columns too, sorted. */
    static Map<String, List<String>> everything(JdbcClient jdbc, Set<String> leftOut) {
        Map<String, List<String>> columns = new TreeMap<>();
        jdbc.sql(
                        "select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2")
                .query(row -> {
                    if (!TABLES_LEFT_OUT.contains(row.getString(1))) {
                        columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                                .add(row.getString(2));
                    }
                });
        Map<String, List<String>> everything = new TreeMap<>();
        columns.forEach((table, names) -> everything.put(table, lines(jdbc, table, names, leftOut)));
        return everything;
    }

    private static List<String> lines(JdbcClient jdbc, String table, List<String> names, Set<String> leftOut) {
        List<String> read = new ArrayList<>();
        for (String name : names) {
            if (name.equals("delivery_id")) {
                read.add("(select d.channel || ' ' || d.state from delivery d where d.id = t.delivery_id)");
            }
            if (!LEFT_OUT.contains(name)
                    && !LEFT_OUT.contains(table + "." + name)
                    && !leftOut.contains(table + "." + name)) {
                read.add(value(name));
            }
        }
        return jdbc
                .sql("select concat_ws('|', " + String.join(", ", read) + ") from " + table + " t"
                        + (table.equals("intake_file") ? NOT_AGAIN : ""))
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static String value(String column) {
        return switch (column) {
            case "request_id" -> WHICH_REQUEST + "id = t.request_id)";
            case "reference" -> "coalesce(" + WHICH_REQUEST + "reference = t.reference), '')";
            case "detail", "body" -> "regexp_replace(t." + column + ", '" + NAMED + "', '…', 'g')";
            default -> "t." + column + "::text";
        };
    }
}
