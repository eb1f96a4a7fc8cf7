package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.ActivePacks.Activation;
import org.stepbridge.model.Authority;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

class JdbcActivePacksIT {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Authority SHIRE = new Authority("shire");

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final JdbcActivePacks active = new JdbcActivePacks(
            jdbc, new TransactionTemplate(new JdbcTransactionManager(source)), Given.clock(() -> NOW));

    @Test
    void the_latest_is_in_force_and_the_audit_says_what_was_before_who_and_why() {
        Activation first = activate("1", "aa", 0).orElseThrow();
        Activation second = activate("2", "bb", first.number()).orElseThrow();

        assertThat(active.inForce()).containsOnlyKeys("shire").containsValue(second);
        assertThat(active.files(first.number())).isEqualTo(new byte[] {1});
        assertThat(jdbc.sql("select authority || ' ' || actor || ' ' || action || ' ' || detail from audit order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "shire user:it pack-activated protocol 1 (content aa) in place of none: because",
                        "shire user:it pack-activated protocol 2 (content bb) in place of 1 (content aa): because");
    }

    @Test
    void who_saw_another_one_in_force_does_nothing() {
        activate("1", "aa", 0);

        assertThat(activate("2", "bb", 0)).isEmpty();
        assertThat(activate("2", "bb", 99)).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit").query(Long.class).single())
                .isEqualTo(1);
    }

    private Optional<Activation> activate(String version, String hash, long before) {
        return active.activate(
                SHIRE,
                new byte[] {1},
                Activation.next(new ProtocolVersion(version, hash), "user:it", "because"),
                before);
    }
}
