package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Sitting;

/** Keeps which meeting a decision puts a request on the list of; called inside the ledger's transactions. */
final class AgendaItems {
    private AgendaItems() {}

    static void add(JdbcClient jdbc, Decided one) {
        if (!(one.decision().outcome() instanceof Outcome.Allocated allocated) || allocated.sitting() == null) {
            return;
        }
        Sitting sitting = allocated.sitting();
        jdbc.sql("""
                        insert into agenda_item (request_id, decision_id, authority, meeting, title, held_on, due_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(one.id())
                .param(one.decisionId())
                .param(one.request().authority().name())
                .param(sitting.meeting())
                .param(sitting.title())
                .param(sitting.on())
                .param(sitting.agendaAt() == null ? null : at(sitting.agendaAt()))
                .update();
    }
}
