package org.stepbridge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stepbridge.bench.FloorRequest.Outcome;

class TruthTest {
    private static final Truth TRUTH = new Truth(Map.of(
            Outcome.RETURN, Set.of("TR1", "TR2"),
            Outcome.ALLOCATION, Set.of("TR3"),
            Outcome.EVIDENCE_BASED, Set.of("TR4"),
            Outcome.STEP_UP, Set.of("SU5")));

    @Test
    void everythingOnceIsRight() {
        assertThat(TRUTH.wrong(delivered(List.of("TR2", "TR1"), List.of("TR3"), List.of("TR4"), List.of("SU5"))))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsWrong() {
        assertThat(TRUTH.wrong(delivered(List.of("TR1"), List.of("TR3"), List.of("TR4"), List.of("SU5"))))
                .singleElement()
                .asString()
                .startsWith("returns: 1 missing (TR2");
    }

    @Test
    void whatIsThereTwiceIsWrong() {
        assertThat(TRUTH.wrong(delivered(List.of("TR1", "TR2"), List.of("TR3"), List.of("TR4", "TR4"), List.of("SU5"))))
                .singleElement()
                .asString()
                .isEqualTo("hub messages: 0 missing, 0 not expected, 1 more than once (TR4 …)");
    }

    @Test
    void whatWentTheWrongWayIsWrongOnBothWays() {
        assertThat(TRUTH.wrong(delivered(List.of("TR1"), List.of("TR2", "TR3"), List.of("TR4"), List.of("SU5"))))
                .hasSize(2);
    }

    @Test
    void aMailTooManyIsWrong() {
        assertThat(TRUTH.wrong(delivered(List.of("TR1", "TR2"), List.of("TR3"), List.of("TR4"), List.of("SU5", "SU6"))))
                .containsExactly("MASH mails: 0 missing, 1 not expected (SU6 …), 0 more than once");
    }

    private static Delivered delivered(
            List<String> returns, List<String> allocations, List<String> hub, List<String> mash) {
        return new Delivered(returns, allocations, hub, mash);
    }
}
