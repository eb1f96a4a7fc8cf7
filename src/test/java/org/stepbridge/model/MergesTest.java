package org.stepbridge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepbridge.model.Merges.Whither;

class MergesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    @Test
    void a_record_that_was_never_merged_stands_for_itself() {
        assertThat(Merges.NONE.of(ehm("A"))).isEqualTo(new Whither.Stands(ehm("A")));
        assertThat(merges(merge("A", "B")).of(ehm("B"))).isEqualTo(new Whither.Stands(ehm("B")));
    }

    @Test
    void merges_are_followed_to_the_last_record() {
        assertThat(merges(merge("A", "B"), merge("B", "C"), merge("C", "D")).of(ehm("A")))
                .isEqualTo(new Whither.Stands(ehm("D")));
    }

    @Test
    void where_the_last_merge_does_not_say_into_what_nobody_knows() {
        assertThat(merges(merge("A", "B"), merge("B", null)).of(ehm("A")))
                .isEqualTo(new Whither.Unknown(merge("B", null)));
    }

    @Test
    void a_circle_is_found_from_every_record_that_leads_into_it_and_closed_only_by_those_in_it() {
        Merges circle = merges(merge("X", "A"), merge("A", "B"), merge("B", "A"), merge("S", "S"));

        for (String id : List.of("X", "A", "B", "S")) {
            assertThat(circle.of(ehm(id))).as(id).isInstanceOf(Whither.Circle.class);
        }
        assertThat(circle.circle(ehm("A"))).isTrue();
        assertThat(circle.circle(ehm("S"))).isTrue();
        assertThat(circle.circle(ehm("X"))).isFalse();
        assertThat(circle.circle(ehm("Y"))).isFalse();
    }

    @Test
    void a_child_is_looked_for_under_every_record_linked_with_its_own_in_either_direction() {
        Merges merges = merges(merge("A", "C"), merge("B", "C"), merge("C", "A"), merge("Z", "Y"));

        assertThat(merges.ways(child("A")))
                .extracting(Child::ehm)
                .containsExactlyInAnyOrder(null, ehm("A"), ehm("B"), ehm("C"));
        assertThat(merges.ways(child("Q"))).containsExactly(child("Q"));
        assertThat(merges(merge("A", "B")).ways(child("B")))
                .extracting(Child::ehm)
                .containsExactly(ehm("B"), ehm("A"));
    }

    @Test
    void what_rests_on_numbers_alone_is_looked_for_under_merged_records_but_not_by_name_and_not_in_a_circle() {
        Merges merges = merges(merge("A", "B"), merge("B", null), merge("X", "Y"), merge("Y", "X"));

        assertThat(merges.records(child("A"))).extracting(Child::ehm).containsExactly(ehm("A"), ehm("B"));
        assertThat(merges.records(child("B"))).extracting(Child::ehm).containsExactly(ehm("B"), ehm("A"));
        assertThat(merges.records(child("X"))).containsExactly(child("X"));
    }

    @Test
    void a_child_whose_record_went_nobody_knows_where_is_looked_for_by_name_too() {
        assertThat(merges(merge("A", null)).ways(child("A")))
                .containsExactly(
                        child("A"), new Child(null, null, null, null, "Smith", "Isla", LocalDate.of(2018, 3, 1)));
    }

    @Test
    void the_numbers_of_the_two_systems_are_never_mixed_up() {
        assertThat(merges(merge("A", "B")).of(new LcsId("A"))).isEqualTo(new Whither.Stands(new LcsId("A")));
        assertThatThrownBy(() -> new Merge(ehm("A"), DAY, new LcsId("A"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Merge(new NhsNumber("9990000018"), DAY, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Child child(String ehm) {
        return new Child(null, ehm(ehm), null, null, "Smith", "Isla", LocalDate.of(2018, 3, 1));
    }

    private static Merges merges(Merge... all) {
        return Merges.of(List.of(all));
    }

    private static Merge merge(String merged, @Nullable String into) {
        return new Merge(ehm(merged), DAY, into == null ? null : ehm(into));
    }

    private static EhmId ehm(String id) {
        return new EhmId(id);
    }
}
