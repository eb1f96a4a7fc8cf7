package org.stepbridge.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Sitting;

/** Which meetings the decisions of a batch put requests on the lists of; part of the ledger's transactions. */
final class AgendaItems {
    private final CopyRows rows =
            new CopyRows("agenda_item (request_id, decision_id, authority, meeting, title, held_on, due_at)");

    void add(Decided one) throws SQLException {
        if (!(one.decision().outcome() instanceof Outcome.Allocated allocated) || allocated.sitting() == null) {
            return;
        }
        Sitting sitting = allocated.sitting();
        rows.add(one.id())
                .add(one.decisionId())
                .add(one.request().authority().name())
                .add(sitting.meeting());
        rows.add(sitting.title()).add(sitting.on()).add(sitting.agendaAt()).end();
    }

    void send(Connection connection) throws SQLException {
        rows.send(connection);
    }
}
