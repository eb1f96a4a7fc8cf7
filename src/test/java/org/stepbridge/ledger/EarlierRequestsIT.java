package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.stepUp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Request;
import org.stepbridge.protocol.EarlierRule;
import org.stepbridge.protocol.FollowUp;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** What earlier requests tell of a child whose records were merged, on a real PostgreSQL. */
class EarlierRequestsIT {
    private static final DataSource SOURCE = TestDatabase.migrated();

    private final Packs packs = Given.packsWithFollowUpOfStepUps(new FollowUp(
            List.of(), List.of(), List.of(new EarlierRule("before", "SHI-1", Set.of("step-up"), "concerns")), ""));
    private final LedgerParts parts = new LedgerParts(SOURCE, packs, Given.clock(() -> MONDAY));

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void an_earlier_request_under_a_record_that_was_merged_with_the_childs_counts() {
        parts.take(stepUp("S1", "E1", Map.of("concerns", "First")));
        parts.outbox.delivered(parts.outbox.claim(Channel.MASH_EMAIL, 10, Duration.ofMinutes(1)));
        assertThat(before("E1")).isEqualTo("First");
        assertThat(before("E3")).isEmpty();

        merged("E1", "E2");
        merged("E2", "E3");
        assertThat(before("E3")).isEqualTo("First");
        assertThat(before("E9")).isEmpty();
    }

    /** What is known before of a child of this number. */
    private String before(String ehm) {
        Request asks = stepUp("S2", ehm, Map.of());
        return new EarlierRequests(parts.jdbc, packs, parts.merged)
                .known(SHIRE, List.of(asks))
                .get(0)
                .details()
                .text("before");
    }

    private void merged(String ehm, String into) {
        parts.jdbc
                .sql("insert into person_merge values ('shire', 'EHM', ?, '2026-10-05', ?, 1, now())")
                .params(ehm, into)
                .update();
    }
}
