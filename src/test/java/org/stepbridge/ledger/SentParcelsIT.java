package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.stepUp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Reference;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** What deliveries say, on a real PostgreSQL. */
class SentParcelsIT {
    private static final DataSource SOURCE = TestDatabase.migrated();

    private final Instant now = MONDAY.plus(Duration.ofHours(2));
    private final LedgerParts parts = new LedgerParts(SOURCE, Given.packs(), Given.clock(() -> now));
    private final JdbcSentParcels parcels = new JdbcSentParcels(parts.jdbc, parts.transaction, Given.clock(() -> now));

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void a_delivery_is_read_as_its_worker_had_it_and_whoever_reads_it_is_noted() {
        parts.take(stepUp("S1", "E1", Map.of()));
        Parcel worked = parts.outbox
                .claim(Channel.MASH_EMAIL, 10, Duration.ofMinutes(2))
                .get(0);
        Reference reference = parts.reference("S1");

        assertThat(parcels.open(reference, worked.id(), List.of(SHIRE), "user:lena"))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(worked);

        assertThat(parts.jdbc
                        .sql("select actor || ' ' || action || ' ' || reference from audit order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("user:lena viewed-message " + reference);
    }

    @Test
    void of_a_file_only_what_is_about_the_request_is_read_and_nothing_of_another_or_for_other_authorities() {
        parts.take(stepUp("S1", "E1", Map.of()), stepUp("S2", "E2", Map.of()));
        Parcel file = parts.outbox
                .claim(Channel.RECORDINGS_EHM, 10, Duration.ofMinutes(2))
                .get(0);
        assertThat(file.items()).hasSizeGreaterThan(1);
        Reference second = parts.reference("S2");

        assertThat(parcels.open(second, file.id(), List.of(SHIRE), "user:lena")
                        .orElseThrow()
                        .items())
                .isNotEmpty()
                .allMatch(item -> item.reference().equals(second));

        Parcel mail =
                parts.outbox.claim(Channel.MASH_EMAIL, 1, Duration.ofMinutes(2)).get(0);
        Reference other = mail.item().reference().equals(second) ? parts.reference("S1") : second;
        assertThat(parcels.open(other, mail.id(), List.of(SHIRE), "user:lena")).isEmpty();
        assertThat(parcels.open(mail.item().reference(), mail.id(), List.of(new Authority("york")), "user:lena"))
                .isEmpty();
    }
}
