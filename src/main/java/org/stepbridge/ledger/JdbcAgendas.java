package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Agendas;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Reference;

/** Agendas on PostgreSQL. */
@Component
class JdbcAgendas implements Agendas {
    private static final String STANDING = """
            from agenda_item a join request r on r.id = a.request_id and r.decision_id = a.decision_id and r.state = 'allocated'
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Packs packs;
    private final Clock clock;

    JdbcAgendas(JdbcClient jdbc, TransactionTemplate transaction, Packs packs, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.packs = packs;
        this.clock = clock;
    }

    private record Due(String authority, String meeting, LocalDate on) {}

    @Override
    public int write(int most) {
        Instant now = clock.instant();
        List<Authority> live = packs.live().stream().map(Pack::authority).toList();
        List<Due> all = jdbc.sql("""
                        select distinct authority, meeting, held_on from agenda_item
                        where not listed and due_at is not null and due_at <= ? and authority = any(?)
                        order by 1, 2, 3 limit ?""")
                .params(at(now), Columns.names(live), most)
                .query((row, number) -> new Due(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)))
                .list();
        all.forEach(one -> transaction.executeWithoutResult(status -> write(one, now)));
        return all.size();
    }

    private void write(Due due, Instant now) {
        int listed =
                jdbc.sql("""
                        update agenda_item set listed = true
                        where authority = ? and meeting = ? and held_on = ? and not listed""").params(due.authority(), due.meeting(), due.on()).update();
        if (listed == 0) {
            return; // another node was faster
        }
        UUID delivery = UUID.randomUUID();
        int lines = jdbc.sql("""
                        insert into delivery_line (delivery_id, position, request_id, version, decision_id)
                        select ?, row_number() over (order by r.id) - 1, r.id, r.version, r.decision_id
                        """ + STANDING + " where a.authority = ? and a.meeting = ? and a.held_on = ?")
                .params(delivery, due.authority(), due.meeting(), due.on())
                .update();
        if (lines == 0) {
            return; // nothing of it stands any more
        }
        Channel channel = Channel.AGENDAS;
        jdbc.sql("""
                        insert into delivery (id, authority, channel, name, template, recipients, urgent, state, created_at, next_at)
                        select ?, ?, ?, ? || '-' || ? || '-' || min(decision_id) || '.csv', '', '{}', false, 'pending', ?, ?
                        from delivery_line where delivery_id = ?""")
                .param(delivery)
                .param(due.authority())
                .param(channel.label())
                .param(channel.label())
                .param(Decisions.STAMP.format(now))
                .param(at(now))
                .param(at(now))
                .param(delivery)
                .update();
    }

    @Override
    public List<Item> coming(List<Authority> authorities, LocalDate from, int most) {
        return jdbc.sql(
                        "select a.authority, a.meeting, a.title, a.held_on, r.reference, r.type, r.locality, r.requested_at "
                                + STANDING
                                + " where a.authority = any(?) and a.held_on >= ? order by 4, 1, 2, r.id limit ?")
                .params(Columns.names(authorities), from, most)
                .query((row, number) -> new Item(
                        new Authority(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        new Reference(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        Columns.instant(row, "requested_at")))
                .list();
    }
}
