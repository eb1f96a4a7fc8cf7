package org.stepbridge.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Overview.FileLine;
import org.stepbridge.casework.RejectReadings;
import org.stepbridge.model.Authority;

/** Who read rejected rows, on PostgreSQL. */
@Component
class JdbcRejectReadings implements RejectReadings {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcRejectReadings(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<FileLine> open(long file, List<Authority> authorities, String actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<FileLine> found = jdbc.sql(
                            "select * from intake_file where id = ? and authority = any(?) and rejected > 0")
                    .params(file, Columns.names(authorities))
                    .query((row, number) -> JdbcOverview.file(row))
                    .optional();
            found.ifPresent(line -> AuditLog.add(
                    jdbc,
                    clock.instant(),
                    line.authority().name(),
                    actor,
                    "downloaded-rejects",
                    "",
                    "file " + file + " of " + line.feed()));
            return found;
        }));
    }
}
