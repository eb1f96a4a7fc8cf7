package org.stepbridge.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.Replay.Replayed;
import org.stepbridge.model.ClockStart;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Reference;

class DifferenceTest {
    private static final Reason TRAY = new Reason("destination", "SHI-3", "It goes to a tray.");
    private static final Reason MISSING = new Reason("missing", "SHI-2", "There is no note.");
    private static final Instant DUE = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void anotherVersionThatDecidesAlikeIsNoDifference() {
        assertThat(difference(
                        decision("1", new Outcome.Allocated("North"), List.of(TRAY)),
                        decision("2", new Outcome.Allocated("North"), List.of(TRAY))))
                .isNull();
    }

    @Test
    void theClausesAreThoseOfWhateverOnlyOneOfThemSays() {
        Difference difference = difference(
                decision("1", new Outcome.Allocated("North"), List.of(TRAY)),
                decision("2", new Outcome.Returned(), List.of(MISSING)));

        assertThat(difference.before()).isEqualTo("North");
        assertThat(difference.after()).isEqualTo("returned");
        assertThat(difference.clauses()).containsExactly("SHI-3", "SHI-2");
        assertThat(difference.lost()).contains("goes to: North", "It goes to a tray.");
        assertThat(difference.gained()).contains("goes to: returned", "There is no note.");
    }

    @Test
    void aDifferenceThatNamesNoClauseStandsUnderTheDecidingOne() {
        assertThat(difference(
                                decision("1", new Outcome.Allocated("North"), List.of(TRAY)),
                                decision("2", new Outcome.Allocated("Hill"), List.of(TRAY)))
                        .clauses())
                .containsExactly("SHI-3");
    }

    @Test
    void aDeadlineThatFallsOnAnotherDayIsADifference() {
        Decision before = decision("1", new Outcome.Allocated("North"), List.of(TRAY), DUE);
        Decision after = decision("2", new Outcome.Allocated("North"), List.of(TRAY), DUE.plusSeconds(86_400));

        assertThat(difference(before, after).clauses()).containsExactly("SHI-6");
    }

    private static Difference difference(Decision before, Decision after) {
        return Difference.of(new Replayed(new Reference("SHI-2026-000001"), "co-working", before, after))
                .orElse(null);
    }

    private static Decision decision(String version, Outcome outcome, List<Reason> reasons, Instant... due) {
        return new Decision(
                outcome,
                "The same sentence.",
                reasons,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(due).stream()
                        .map(at -> new ClockStart("supervision", "SHI-6", at))
                        .toList(),
                new ProtocolVersion(version, version));
    }
}
