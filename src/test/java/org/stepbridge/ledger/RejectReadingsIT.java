package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.Overview.FileLine;
import org.stepbridge.model.Authority;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** Who read rejected rows, on a real PostgreSQL. */
class RejectReadingsIT {
    private static final DataSource SOURCE = TestDatabase.migrated();

    private final LedgerParts parts = new LedgerParts(SOURCE, Given.packs(), Given.clock(() -> MONDAY));
    private final JdbcRejectReadings readings =
            new JdbcRejectReadings(parts.jdbc, parts.transaction, Given.clock(() -> MONDAY));

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void whoever_reads_rejected_rows_is_noted_and_nobody_reads_those_of_others() {
        long id = parts.ledger.open(parts.arrival("requests", null)).fileId();
        assertThat(readings.open(id, List.of(SHIRE), "user:it"))
                .as("nothing was rejected")
                .isEmpty();
        parts.jdbc.sql("update intake_file set rows_done = 1, rejected = 1").update();
        assertThat(readings.open(id, List.of(new Authority("york")), "user:it")).isEmpty();
        assertThat(readings.open(id, List.of(SHIRE), "user:it"))
                .map(FileLine::id)
                .contains(id);
        assertThat(parts.jdbc
                        .sql("select actor || ' ' || action || ' ' || detail from audit where actor like 'user:%'")
                        .query(String.class)
                        .list())
                .containsExactly("user:it downloaded-rejects file " + id + " of requests");
    }
}
