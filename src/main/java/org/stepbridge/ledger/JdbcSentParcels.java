package org.stepbridge.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Parcel;
import org.stepbridge.casework.SentParcels;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Reference;

/** What deliveries say, from PostgreSQL. */
@Component
class JdbcSentParcels implements SentParcels {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcSentParcels(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<Parcel> open(Reference reference, UUID delivery, List<Authority> authorities, String actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Parcel.Item> items = jdbc.sql(JdbcOutbox.ITEMS + """
                            where l.delivery_id = ? and r.reference = ? and r.authority = any(?)
                            order by l.position""")
                    .params(delivery, reference.value(), Columns.names(authorities))
                    .query((row, number) -> JdbcOutbox.item(row, false))
                    .list();
            if (items.isEmpty()) {
                return Optional.empty();
            }
            Parcel parcel = jdbc.sql("select * from delivery where id = ?")
                    .param(delivery)
                    .query((row, number) -> {
                        JdbcOutbox.Claimed pinned = JdbcOutbox.claimed(row);
                        pinned.items().addAll(items);
                        return pinned.parcel(delivery, Channel.of(row.getString("channel")));
                    })
                    .single();
            AuditLog.add(
                    jdbc,
                    clock.instant(),
                    parcel.authority().name(),
                    actor,
                    "viewed-message",
                    reference.value(),
                    parcel.channel().label() + " " + delivery);
            return Optional.of(parcel);
        }));
    }
}
