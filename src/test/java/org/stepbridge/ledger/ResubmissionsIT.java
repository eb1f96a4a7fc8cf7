package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.about;
import static org.stepbridge.testing.Given.askedAt;
import static org.stepbridge.testing.Given.child;
import static org.stepbridge.testing.Given.coWorking;
import static org.stepbridge.testing.Given.stepUp;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.casework.Resubmissions.Resubmission;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.LcsId;
import org.stepbridge.protocol.ClockRule;
import org.stepbridge.protocol.Condition;
import org.stepbridge.protocol.Within;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** What comes again after a return (G2), on a real PostgreSQL. */
class ResubmissionsIT {
    private static final DataSource SOURCE = TestDatabase.migrated();
    private static final Map<String, String> NOT_AGREED = Map.of("agreedWith", "");

    private final JdbcClient jdbc = JdbcClient.create(SOURCE);
    private Instant now = MONDAY.plus(Duration.ofHours(2));
    private final LedgerParts parts = new LedgerParts(SOURCE, Given.packs(), Given.clock(() -> now));

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void the_same_request_with_a_later_time_is_decided_afresh_and_linked_to_what_was_returned() {
        parts.take(stepUp("S1", "E1", NOT_AGREED));
        assertThat(state("S1")).isEqualTo("returned");
        assertThat(clocks()).containsExactly("resubmission running");
        now = now.plus(Duration.ofHours(3));
        parts.take(askedAt(stepUp("S1", "E1", Map.of()), now));

        assertThat(state("S1")).isEqualTo("mash-pending");
        assertThat(clocks()).containsExactly("resubmission met");
        assertThat(flags("S1")).contains("It was returned before, as " + parts.reference("S1") + ".");
        assertThat(history("S1")).singleElement().satisfies(one -> {
            assertThat(one.returned()).isEqualTo(one.by()).isEqualTo(parts.reference("S1"));
            assertThat(one.returnedVersion()).isEqualTo(1);
            assertThat(one.version()).isEqualTo(2);
            assertThat(one.why()).isEqualTo("The agreement is not recorded.");
            assertThat(one.returnedAt()).isBefore(one.at());
        });
    }

    @Test
    void a_correction_of_what_was_returned_is_no_resubmission() {
        parts.take(stepUp("S1", "E1", NOT_AGREED));
        parts.take(stepUp("S1", "E1", Map.of("agreedWith", "", "concerns", "more")));

        assertThat(history("S1")).isEmpty();
        assertThat(clocks()).containsExactlyInAnyOrder("resubmission stopped", "resubmission running");
    }

    @Test
    void a_new_request_for_the_same_child_and_kind_is_linked_to_the_returned_one() {
        parts.take(stepUp("S1", "E1", NOT_AGREED));
        now = now.plus(Duration.ofHours(3));
        parts.take(askedAt(stepUp("S2", "E1", Map.of()), now));

        assertThat(state("S1")).isEqualTo("returned");
        assertThat(state("S2")).isEqualTo("mash-pending");
        assertThat(clocks()).containsExactly("resubmission met");
        assertThat(flags("S2")).contains("It was returned before, as " + parts.reference("S1") + ".");
        assertThat(history("S1")).isEqualTo(history("S2")).hasSize(1);
    }

    @Test
    void another_child_another_kind_and_one_that_stands_are_not_linked() {
        parts.take(stepUp("S1", "E1", NOT_AGREED), stepUp("S9", "E9", Map.of()));
        parts.take(stepUp("S2", "E2", Map.of()), stepUp("S3", "E9", Map.of()));
        parts.take(coWorking("T1", "E1"));

        assertThat(jdbc.sql("select count(*) from resubmission")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(clocks()).containsExactly("resubmission running");
    }

    @Test
    void a_child_is_known_by_name_only_where_no_number_can_be_compared() {
        parts.take(about(stepUp("S1", "E1", NOT_AGREED), withIds(null, "L1")));
        parts.take(about(stepUp("S2", "E1", NOT_AGREED), withIds("E2", "L2")));
        assertThat(history("S2")).isEmpty();
        parts.take(about(stepUp("S3", "E1", Map.of()), withIds("E3", null)));
        assertThat(history("S3")).extracting(one -> one.returned()).containsExactly(parts.reference("S1"));
    }

    @Test
    void a_merge_of_the_childs_records_links_what_came_under_one_to_what_was_returned_under_another() {
        merged("E1", "E2");
        merged("E2", "E3");
        parts.take(stepUp("S1", "E1", NOT_AGREED), stepUp("S2", "E9", NOT_AGREED));
        parts.take(about(stepUp("S3", "E3", Map.of()), withIds("E3", null)));
        assertThat(history("S3")).extracting(one -> one.returned()).containsExactly(parts.reference("S1"));
        assertThat(clocks()).startsWith("resubmission met", "resubmission running");
    }

    @Test
    void what_comes_under_a_record_that_was_merged_away_is_linked_to_what_was_returned_under_the_one_it_became() {
        merged("E1", "E2");
        parts.take(stepUp("S1", "E2", NOT_AGREED));
        parts.take(stepUp("S2", "E1", Map.of()));
        assertThat(history("S2")).extracting(one -> one.returned()).containsExactly(parts.reference("S1"));
    }

    @Test
    void merges_in_a_circle_and_another_authoritys_link_nothing() {
        merged("E1", "E2");
        merged("E2", "E1");
        jdbc.sql("insert into person_merge values ('elsewhere', 'EHM', 'E3', '2026-10-05', 'E4', 1, now())")
                .update();
        parts.take(stepUp("S1", "E1", NOT_AGREED), stepUp("S3", "E3", NOT_AGREED));
        parts.take(stepUp("S2", "E2", Map.of()), stepUp("S4", "E4", Map.of()));
        assertThat(history("S1")).isEmpty();
        assertThat(history("S3")).isEmpty();
    }

    @Test
    void clocks_that_the_return_started_are_met_as_clocks_are_with_all_that_follows() {
        LedgerParts withMore = partsWith(
                new ClockRule("resubmission", "SHI-14", ClockRule.Event.RETURNED, new Within.WorkingDays(1)),
                new ClockRule("childhood", "SHI-15", ClockRule.Event.RETURNED, new Within.Birthday(18, Period.ZERO)),
                clock("thanks", "met:resubmission", Set.of()));
        withMore.take(stepUp("S1", "E1", NOT_AGREED));
        withMore.take(stepUp("S2", "E1", Map.of()));

        assertThat(clocks()).containsExactly("resubmission met", "childhood met", "thanks running");
        assertThat(jdbc.sql("select detail from audit where action = 'clock met' and reference = ? order by id")
                        .param(parts.reference("S1").value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "resubmission (SHI-14): it came again as " + parts.reference("S2") + ", version 1",
                        "childhood (SHI-15): it came again as " + parts.reference("S2") + ", version 1");
    }

    @Test
    void a_clock_that_wants_something_ticked_first_runs_on_and_the_audit_says_why() {
        LedgerParts withMore = partsWith(clock("resubmission", "returned", Set.of("family-told")));
        withMore.take(stepUp("S1", "E1", NOT_AGREED));
        withMore.take(stepUp("S2", "E1", Map.of()));

        assertThat(clocks()).containsExactly("resubmission running");
        assertThat(jdbc.sql("select count(*) from audit where action = 'clock not met'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    /** The ledger by the invented council's protocol, but with these clocks on its step-ups. */
    private LedgerParts partsWith(ClockRule... clocks) {
        return new LedgerParts(SOURCE, Given.packsWithClocksOnStepUps(clocks), Given.clock(() -> now));
    }

    private static ClockRule clock(String id, String from, Set<String> needs) {
        return new ClockRule(
                id,
                "SHI-16",
                id,
                from,
                Condition.ALWAYS,
                new Within.WorkingDays(1),
                null,
                new ClockRule.Met(Set.of(), false, Set.of(), Set.of(), needs),
                List.of(),
                false);
    }

    private void merged(String ehm, String into) {
        jdbc.sql("insert into person_merge values ('shire', 'EHM', ?, '2026-10-05', ?, 1, now())")
                .params(ehm, into)
                .update();
    }

    @Test
    void a_history_is_whole_from_wherever_it_is_looked_at_and_only_for_those_who_may() {
        parts.take(stepUp("S1", "E1", NOT_AGREED));
        parts.take(stepUp("S2", "E1", NOT_AGREED));
        parts.take(stepUp("S3", "E1", Map.of()));

        assertThat(history("S2"))
                .extracting(one -> one.returned() + " " + one.by())
                .containsExactly(
                        parts.reference("S1") + " " + parts.reference("S2"),
                        parts.reference("S2") + " " + parts.reference("S3"));
        assertThat(history("S1")).isEqualTo(history("S2")).isEqualTo(history("S3"));
        assertThat(parts.resubmissions.history(List.of(new Authority("borough")), parts.reference("S1")))
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

    private List<Resubmission> history(String sourceId) {
        return parts.resubmissions.history(List.of(SHIRE), parts.reference(sourceId));
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
}
