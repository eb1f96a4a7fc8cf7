package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stepbridge.testing.Given;

class PaceTest {
    private Instant now = Given.MONDAY;
    private final Clock clock = Given.clock(() -> now);
    private final Pace pace = new Pace(60, clock);

    @Test
    void noMoreBeginInAMinuteThanAreAllowed() {
        assertThat(begin(40)).isEqualTo(40);
        assertThat(begin(40)).isEqualTo(20);
        assertThat(begin(40)).isZero();
        now = now.plusSeconds(30);
        assertThat(begin(40)).isEqualTo(30);
    }

    @Test
    void noMoreThanAMinuteIsSavedUp() {
        now = now.plus(Duration.ofDays(1));
        assertThat(begin(1000)).isEqualTo(60);
        assertThat(begin(1000)).isZero();
    }

    private int begin(int wanted) {
        int begun = pace.of(wanted);
        pace.begun(begun);
        return begun;
    }
}
