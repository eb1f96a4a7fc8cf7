package org.stepbridge.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.Note;
import org.stepbridge.model.Reference;

/** What hangs on a request, for its file. */
@Component
class CaseParts {
    /** More than anybody reads; the rest is in the audit. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    CaseParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CaseFile.Follows follows(long requestId) {
        return new CaseFile.Follows(
                jdbc.sql("""
                                select * from delivery
                                where id = any(array(select delivery_id from delivery_line where request_id = ?))
                                order by seq limit ?""")
                        .params(requestId, MOST)
                        .query((row, number) -> sent(row))
                        .list(),
                jdbc.sql("select * from clock where request_id = ? order by due_at, id limit ?")
                        .params(requestId, MOST)
                        .query((row, number) -> running(row))
                        .list(),
                jdbc.sql("select * from task where request_id = ? order by id limit ?")
                        .params(requestId, MOST)
                        .query((row, number) -> toDo(row))
                        .list(),
                jdbc.sql("select * from outcome where request_id = ? order by id limit ?")
                        .params(requestId, MOST)
                        .query((row, number) -> new CaseFile.Outside(
                                row.getString("party"),
                                row.getString("said"),
                                row.getString("rationale"),
                                row.getObject("starts", LocalDate.class),
                                row.getTimestamp("recorded_at").toInstant(),
                                row.getString("recorded_by")))
                        .list(),
                jdbc.sql("select * from checklist_tick where request_id = ? order by at, item limit ?")
                        .params(requestId, MOST)
                        .query((row, number) -> new CaseFile.Ticked(
                                row.getString("item"), row.getTimestamp("at").toInstant(), row.getString("by")))
                        .list(),
                jdbc.sql("""
                                select r.reference, l.request_id = ? as origin, r.type
                                from linked_request l
                                join request r on r.id = case when l.request_id = ? then l.opened_from else l.request_id end
                                where l.request_id = ? or l.opened_from = ? order by l.at, r.id limit ?""")
                        .params(requestId, requestId, requestId, requestId, MOST)
                        .query((row, number) -> new CaseFile.Linked(
                                new Reference(row.getString("reference")),
                                row.getBoolean("origin"),
                                row.getString("type")))
                        .list());
    }

    /** The audit's entries about a request, latest first; a condition on the action may follow. */
    List<CaseFile.Entry> entries(Reference reference, String which) {
        return jdbc.sql("select at, actor, action, detail from audit where reference = ? " + which
                        + " order by id desc limit ?")
                .params(reference.value(), MOST)
                .query((row, number) -> new CaseFile.Entry(
                        row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    List<Note> notes(Authority authority, List<String> ids) {
        return jdbc.sql("select * from note where authority = ? and note_id = any(?)")
                .params(authority.name(), ids.toArray(String[]::new))
                .query((row, number) -> Notes.read(row))
                .list();
    }

    private static CaseFile.Sent sent(ResultSet row) throws SQLException {
        Array recipients = row.getArray("recipients");
        return new CaseFile.Sent(
                row.getObject("id", UUID.class),
                Channel.of(row.getString("channel")),
                row.getString("name"),
                row.getString("template"),
                List.of((String[]) recipients.getArray()),
                DeliveryState.of(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                Columns.instant(row, "delivered_at"),
                row.getString("problem"));
    }

    private static CaseFile.Running running(ResultSet row) throws SQLException {
        return new CaseFile.Running(
                row.getLong("id"),
                row.getString("clock"),
                row.getString("clause"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                Columns.instant(row, "met_at"),
                Columns.instant(row, "stopped_at"));
    }

    private static CaseFile.ToDo toDo(ResultSet row) throws SQLException {
        return new CaseFile.ToDo(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("clause"),
                row.getString("body"),
                row.getBoolean("urgent"),
                row.getTimestamp("opened_at").toInstant(),
                Columns.instant(row, "closed_at"),
                row.getString("closed_by"));
    }
}
