package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.about;
import static org.stepbridge.testing.Given.child;
import static org.stepbridge.testing.Given.coWorking;
import static org.stepbridge.testing.Given.stepUp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.casework.Resubmissions.Resubmission;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** What comes again after a return (G2), on a real PostgreSQL. */
class ResubmissionsIT {
    private static final DataSource SOURCE = TestDatabase.migrated();
    private static final Map<String, String> NOT_AGREED = Map.of("agreedWith", "");

    private final JdbcClient jdbc = JdbcClient.create(SOURCE);
    private Instant now = MONDAY.plus(Duration.ofHours(2));
    private final LedgerParts parts = new LedgerParts(SOURCE, Given.packs(), Given.clock(() -> now));
    private int fileNumber;

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void the_same_request_with_a_later_time_is_decided_afresh_and_linked_to_what_was_returned() {
        take(stepUp("S1", "E1", NOT_AGREED));
        assertThat(state("S1")).isEqualTo("returned");
        assertThat(clocks()).containsExactly("resubmission running");
        now = now.plus(Duration.ofHours(3));
        take(at(stepUp("S1", "E1", Map.of()), now));

        assertThat(state("S1")).isEqualTo("mash-pending");
        assertThat(clocks()).containsExactly("resubmission met");
        assertThat(flags("S1")).contains("It was returned before, as " + reference("S1") + ".");
        assertThat(history("S1")).singleElement().satisfies(one -> {
            assertThat(one.returned()).isEqualTo(one.by()).isEqualTo(reference("S1"));
            assertThat(one.returnedVersion()).isEqualTo(1);
            assertThat(one.version()).isEqualTo(2);
            assertThat(one.why()).isEqualTo("The agreement is not recorded.");
            assertThat(one.returnedAt()).isBefore(one.at());
        });
    }

    @Test
    void a_correction_of_what_was_returned_is_no_resubmission() {
        take(stepUp("S1", "E1", NOT_AGREED));
        take(stepUp("S1", "E1", Map.of("agreedWith", "", "concerns", "more")));

        assertThat(history("S1")).isEmpty();
        assertThat(clocks()).containsExactlyInAnyOrder("resubmission stopped", "resubmission running");
    }

    @Test
    void a_new_request_for_the_same_child_and_kind_is_linked_to_the_returned_one() {
        take(stepUp("S1", "E1", NOT_AGREED));
        now = now.plus(Duration.ofHours(3));
        take(at(stepUp("S2", "E1", Map.of()), now));

        assertThat(state("S1")).isEqualTo("returned");
        assertThat(state("S2")).isEqualTo("mash-pending");
        assertThat(clocks()).containsExactly("resubmission met");
        assertThat(flags("S2")).contains("It was returned before, as " + reference("S1") + ".");
        assertThat(history("S1")).isEqualTo(history("S2")).hasSize(1);
    }

    @Test
    void another_child_another_kind_and_one_that_stands_are_not_linked() {
        take(stepUp("S1", "E1", NOT_AGREED), stepUp("S9", "E9", Map.of()));
        take(stepUp("S2", "E2", Map.of()), stepUp("S3", "E9", Map.of()));
        take(coWorking("T1", "E1"));

        assertThat(jdbc.sql("select count(*) from resubmission")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(clocks()).containsExactly("resubmission running");
    }

    @Test
    void a_child_is_known_by_name_only_where_no_number_can_be_compared() {
        take(about(stepUp("S1", "E1", NOT_AGREED), withIds(null, "L1")));
        take(about(stepUp("S2", "E1", NOT_AGREED), withIds("E2", "L2")));
        assertThat(history("S2")).isEmpty();
        take(about(stepUp("S3", "E1", Map.of()), withIds("E3", null)));
        assertThat(history("S3")).extracting(one -> one.returned()).containsExactly(reference("S1"));
    }

    @Test
    void a_history_is_whole_from_wherever_it_is_looked_at_and_only_for_those_who_may() {
        take(stepUp("S1", "E1", NOT_AGREED));
        take(stepUp("S2", "E1", NOT_AGREED));
        take(stepUp("S3", "E1", Map.of()));

        assertThat(history("S2"))
                .extracting(one -> one.returned() + " " + one.by())
                .containsExactly(reference("S1") + " " + reference("S2"), reference("S2") + " " + reference("S3"));
        assertThat(history("S1")).isEqualTo(history("S2")).isEqualTo(history("S3"));
        assertThat(parts.resubmissions.history(List.of(new Authority("borough")), reference("S1")))
                .isEmpty();
    }

    private static Child withIds(@Nullable String ehm, @Nullable String lcs) {
        Child child = child("E1");
        return new Child(
                lcs == null ? null : new LcsId(lcs),
                ehm == null ? null : new EhmId(ehm),
                null,
                null,
                child.surname(),
                child.forename(),
                child.dateOfBirth());
    }

    private static Request at(Request request, Instant requestedAt) {
        return new Request(
                request.authority(),
                request.source(),
                request.sourceId(),
                request.type(),
                request.child(),
                request.locality(),
                requestedAt,
                request.details());
    }

    private List<Resubmission> history(String sourceId) {
        return parts.resubmissions.history(List.of(SHIRE), reference(sourceId));
    }

    private Reference reference(String sourceId) {
        return new Reference(jdbc.sql("select reference from request where source_id = ?")
                .param(sourceId)
                .query(String.class)
                .single());
    }

    private String state(String sourceId) {
        return jdbc.sql("select state from request where source_id = ?")
                .param(sourceId)
                .query(String.class)
                .single();
    }

    private String flags(String sourceId) {
        return jdbc.sql("select d.body from decision d join request r on r.decision_id = d.id where r.source_id = ?")
                .param(sourceId)
                .query(String.class)
                .single();
    }

    private List<String> clocks() {
        return jdbc.sql("""
                        select clock || case when met_at is not null then ' met' when stopped_at is not null then ' stopped'
                                             else ' running' end
                        from clock order by id""").query(String.class).list();
    }

    private void take(Request... requests) {
        fileNumber++;
        FileProgress file = parts.ledger.open(
                new FileArrival(SHIRE, "requests", "file-" + fileNumber + ".csv", "hash" + fileNumber, 10, "", null));
        List<RequestRow> rows = new ArrayList<>();
        for (Request request : requests) {
            rows.add(new RequestRow(rows.size() + 2, request, List.of()));
        }
        parts.ledger.receive(new Batch<>(file.fileId(), SHIRE, rows, List.of(), rows.size()), parts.caseworker);
    }
}
