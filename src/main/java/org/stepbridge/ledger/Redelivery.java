package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.model.RequestState;

/** What people decide about a delivery that did not go as it should; called inside a deed's transaction. */
@Component
class Redelivery {
    private static final String ABOUT =
            " and exists (select from delivery_line l where l.delivery_id = delivery.id and l.request_id = ?)";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Outcomes outcomes;
    private final Receipts receipts;

    Redelivery(JdbcClient jdbc, Clock clock, Outcomes outcomes, Receipts receipts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outcomes = outcomes;
        this.receipts = receipts;
    }

    /** A new delivery of the same to the same; of a file, only this request's line under a name of its own. */
    DeedResult resend(long requestId, RequestState state, UUID delivery) {
        Instant now = clock.instant();
        UUID again = UUID.randomUUID();
        int made = jdbc.sql("""
                        insert into delivery (id, authority, channel, name, template, recipients, urgent, state, created_at,
                                              next_at, may_repeat, resend_of)
                        select ?, authority, channel,
                               case when name = '' then '' else regexp_replace(name, '\\.csv$', '-' || left(?, 8) || '.csv') end,
                               template, recipients, urgent, 'pending', ?, ?, true, id
                        from delivery
                        where id = ? and state in ('delivered', 'acknowledged', 'uncertain', 'failed', 'given-up')""" + ABOUT)
                .params(again, again.toString(), at(now), at(now), delivery, requestId)
                .update();
        if (made == 0) {
            return new DeedResult.Impossible("It is still being sent, or a later version has taken its place.");
        }
        jdbc.sql("""
                        insert into delivery_line (delivery_id, position, request_id, version, decision_id)
                        select ?, 0, request_id, version, decision_id from delivery_line
                        where delivery_id = ? and request_id = ? order by position limit 1""").params(again, delivery, requestId).update();
        jdbc.sql("update delivery set state = 'superseded' where id = ? and state in ('uncertain', 'failed')")
                .param(delivery)
                .update();
        return new DeedResult.Done(state);
    }

    DeedResult giveUp(long requestId, RequestState state, UUID delivery, String why) {
        int changed = jdbc.sql("""
                        update delivery set state = 'given-up', problem = ?
                        where id = ? and state in ('uncertain', 'failed', 'pending')
                          and not (channel = 'mash-email' and urgent)""" + ABOUT).params(why, delivery, requestId).update();
        return changed == 1
                ? new DeedResult.Done(state)
                : new DeedResult.Impossible(
                        "It has arrived or is being sent, or it is an urgent email to MASH, which is never given up.");
    }

    DeedResult markDelivered(long requestId, UUID delivery) {
        Instant now = clock.instant();
        int changed = jdbc.sql("""
                        update delivery set state = 'delivered', delivered_at = ?, problem = ''
                        where id = ? and state in ('uncertain', 'failed')""" + ABOUT).params(at(now), delivery, requestId).update();
        if (changed == 0) {
            return new DeedResult.Impossible("It is not one whose arrival is in doubt.");
        }
        boolean mash = jdbc.sql("select channel = 'mash-email' from delivery where id = ?")
                .param(delivery)
                .query(Boolean.class)
                .single();
        if (mash) {
            receipts.atMash(new UUID[] {delivery}, now);
        }
        return outcomes.standing(requestId);
    }
}
