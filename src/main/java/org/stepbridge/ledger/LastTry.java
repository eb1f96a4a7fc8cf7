package org.stepbridge.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;
import org.stepbridge.model.TaskStart;

/** When a delivery is tried no more, and what follows for a step-up; called inside the outbox's transactions. */
@Component
class LastTry {
    /** How long deliveries of an authority that is no longer live are tried. */
    private static final Duration WITHOUT_PACK = Duration.ofDays(1);

    /** Closed once the email has arrived. */
    static final TaskStart STUCK = new TaskStart(
            "mash-email-stuck",
            "",
            "The email to MASH about this step-up has not arrived for certain. Phone MASH now, then see to the delivery.",
            true);

    private final JdbcClient jdbc;
    private final Packs packs;
    private final Decisions decisions;

    LastTry(JdbcClient jdbc, Packs packs, Decisions decisions) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.decisions = decisions;
    }

    /** What was tried by this time for the first time has been tried for as long as the pack says. */
    Instant ifFirstTriedBy(Authority authority, Instant now) {
        return now.minus(packs.live().stream()
                .filter(pack -> pack.authority().equals(authority))
                .findFirst()
                .map(Pack::retryLimit)
                .orElse(WITHOUT_PACK));
    }

    /** This email to MASH is not tried any more: a person must act at once. */
    void stuck(Authority authority, UUID delivery, Instant now) {
        List<Decisions.Task> tasks = jdbc
                .sql("select distinct request_id from delivery_line where delivery_id = ? and not superseded")
                .param(delivery)
                .query(Long.class)
                .list()
                .stream()
                .map(request -> new Decisions.Task(request, STUCK))
                .toList();
        decisions.open(authority, tasks, now);
    }
}
