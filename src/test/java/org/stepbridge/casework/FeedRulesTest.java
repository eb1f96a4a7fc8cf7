package org.stepbridge.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.casework.Taken.DAILY;
import static org.stepbridge.casework.Taken.DELTA;
import static org.stepbridge.casework.Taken.MONDAY_6AM;
import static org.stepbridge.casework.Taken.aFile;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.FeedTrouble.Kind;

class FeedRulesTest {

    @Test
    void a_file_of_the_usual_size_with_a_later_time_is_sound() {
        assertThat(troubles(DAILY, aFile(3).rows(60), aFile(2).rows(99), aFile(1).rows(100), aFile(0).rows(101)))
                .isEmpty();
    }

    @Test
    void a_file_with_less_than_the_stated_share_of_the_median_is_small() {
        Taken[] before = {aFile(3).rows(100), aFile(2).rows(1), aFile(1).rows(102), aFile(0).rows(104)};

        assertThat(troubles(DAILY, aFile(4).rows(50), before)).isEmpty();
        assertThat(troubles(DAILY, aFile(4).rows(49), before))
                .containsExactly(new FeedTrouble(Kind.SMALL, "it has 49 rows, where 100 are usual"));
    }

    @Test
    void small_files_never_become_usual_and_two_files_are_not_yet_a_habit() {
        assertThat(troubles(DAILY, aFile(2).rows(1), aFile(1).rows(100), aFile(0).rows(100)))
                .isEmpty();
        assertThat(kinds(
                        DAILY,
                        aFile(7).rows(1),
                        aFile(6).rows(1).with(Kind.SMALL),
                        aFile(5).rows(1).with(Kind.SMALL),
                        aFile(4).rows(1).with(Kind.SMALL),
                        aFile(3).rows(1).with(Kind.SMALL),
                        aFile(2).rows(100),
                        aFile(1).rows(100),
                        aFile(0).rows(100)))
                .containsExactly(Kind.SMALL);
    }

    @Test
    void a_file_older_than_one_before_it_goes_backwards_unless_it_is_one_of_them_again() {
        assertThat(kinds(DAILY, aFile(1).saying("other"), aFile(2), aFile(1), aFile(0)))
                .containsExactly(Kind.BACKWARDS);
        assertThat(troubles(DAILY, aFile(1), aFile(2), aFile(1), aFile(0))).isEmpty();
        assertThat(troubles(DAILY, aFile(2).saying("other"), aFile(2))).isEmpty();
    }

    @Test
    void a_file_from_the_future_is_told_and_makes_no_later_one_look_old() {
        assertThat(kinds(DAILY, aFile(30), aFile(1))).containsExactly(Kind.FUTURE);
        assertThat(troubles(DAILY, aFile(2), aFile(30).with(Kind.FUTURE), aFile(1)))
                .isEmpty();
    }

    @Test
    void a_delta_that_begins_after_the_last_one_ended_leaves_a_gap() {
        assertThat(troubles(DELTA, aFile(1), aFile(0))).isEmpty();
        assertThat(kinds(DELTA, aFile(2), aFile(0))).containsExactly(Kind.GAP);
        assertThat(kinds(DELTA, aFile(3), aFile(2).with(Kind.GAP), aFile(0))).containsExactly(Kind.GAP);
        assertThat(troubles(DAILY, aFile(2), aFile(0)))
                .as("everything is in it")
                .isEmpty();
    }

    @Test
    void when_the_missing_delta_comes_what_was_read_after_it_counts_too() {
        List<TakenFile> files = Taken.all(aFile(3).with(Kind.GAP), aFile(2).with(Kind.GAP), aFile(0));
        assertThat(FeedRules.reached(DELTA, files)).isEqualTo(MONDAY_6AM);

        assertThat(troubles(DELTA, aFile(1), aFile(3).with(Kind.GAP), aFile(2).with(Kind.GAP), aFile(0)))
                .isEmpty();
        List<TakenFile> filled = Taken.all(aFile(1), aFile(3).with(Kind.GAP), aFile(2).with(Kind.GAP), aFile(0));
        assertThat(FeedRules.reached(DELTA, filled)).isEqualTo(MONDAY_6AM.plus(Duration.ofDays(3)));
        List<TakenFile> broken =
                Taken.all(aFile(1), aFile(3).with(Kind.GAP), aFile(2).with(Kind.GAP, Kind.BROKEN), aFile(0));
        assertThat(FeedRules.reached(DELTA, broken)).isEqualTo(MONDAY_6AM.plus(Duration.ofDays(1)));
    }

    @Test
    void nothing_that_is_wrong_with_a_file_says_how_far_the_feed_reaches() {
        for (Kind kind : Kind.values()) {
            assertThat(FeedRules.reached(DAILY, Taken.all(aFile(1).with(kind), aFile(0))))
                    .as(kind.name())
                    .isEqualTo(MONDAY_6AM);
        }
        assertThat(FeedRules.reached(DAILY, List.of())).isNull();
    }

    private static List<Kind> kinds(Feed feed, Taken file, Taken... before) {
        return troubles(feed, file, before).stream().map(FeedTrouble::kind).toList();
    }

    private static List<FeedTrouble> troubles(Feed feed, Taken file, Taken... before) {
        return FeedRules.troubles(feed, file.file(), Taken.all(before), MONDAY_6AM.plus(Duration.ofDays(20)));
    }
}
