package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes single entries of the audit, inside the transaction of what they tell; batches write theirs with their rows. */
final class AuditLog {
    private AuditLog() {}

    /**
     * Adds an entry.
     *
     * @param authority its name; empty for what is about no authority
     * @param reference the request's; empty for what is about none
     * @param detail without personal data, but for a reason in somebody's own words
     */
    static void add(
            JdbcClient jdbc,
            Instant now,
            String authority,
            String actor,
            String action,
            String reference,
            String detail) {
        jdbc.sql("insert into audit (at, authority, actor, action, reference, detail) values (?, ?, ?, ?, ?, ?)")
                .params(at(now), authority, actor, action, reference, detail)
                .update();
    }
}
