package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Course;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Request;

/** What follows when a delivery has arrived, whoever found it out. */
@Component
class Receipts {
    private final JdbcClient jdbc;
    private final Packs packs;
    private final Clocks clocks;

    Receipts(JdbcClient jdbc, Packs packs, Clocks clocks) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.clocks = clocks;
    }

    /** Requests whose email has arrived are with MASH now, and their clocks start. */
    void atMash(UUID[] ids, Instant now) {
        record Sent(long id, Request request) {}
        List<Sent> sent = jdbc.sql("""
                        with sent as (
                            update request r set state = 'sent-to-mash', state_since = ?
                            where r.id = any(array(select request_id from delivery_line where delivery_id = any(?)))
                              and r.state = 'mash-pending'
                              and exists (select from delivery_line l
                                          where l.delivery_id = any(?) and l.request_id = r.id and l.version = r.version)
                            returning r.id, r.version)
                        select s.id, v.payload from sent s
                        join request_version v on v.request_id = s.id and v.version = s.version order by s.id""")
                .params(at(now), ids, ids)
                .query((row, number) ->
                        new Sent(row.getLong(1), Json.payload(row.getString(2)).request()))
                .list();
        List<Clocks.Started> starts = new ArrayList<>();
        for (Sent one : sent) {
            packs.of(one.request().authority())
                    .course()
                    .starts(one.request(), Course.DELIVERED, now)
                    .forEach(start -> starts.add(new Clocks.Started(one.id(), start, 1)));
        }
        clocks.start(starts, now);
        jdbc.sql("""
                        update task set closed_at = ?, closed_by = 'stepbridge'
                        where closed_at is null and kind = ?
                          and request_id = any(array(select request_id from delivery_line where delivery_id = any(?)))""").params(at(now), LastTry.STUCK.kind(), ids).update();
    }

    /** The email came back: its request is not with MASH after all, and the clocks that its arrival started stop. */
    void notAtMash(Authority authority, UUID delivery, Instant now) {
        record Back(long id, String type) {}
        jdbc.sql("""
                        update request set state = 'mash-pending', state_since = ?
                        where state = 'sent-to-mash' and id = (
                            select request_id from delivery_line where delivery_id = ? and position = 0 and not superseded)
                        returning id, type""")
                .params(at(now), delivery)
                .query((row, number) -> new Back(row.getLong(1), row.getString(2)))
                .optional()
                .ifPresent(back ->
                        clocks.stop(back.id(), packs.of(authority).course().startedByDelivery(back.type()), now));
    }
}
