package org.stepbridge.operations.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stepbridge.operations.generate.SyntheticChance.Purpose;

class SyntheticChanceTest {

    @Test
    void choicesAreTheSameOnEveryJavaThatWillEverRunThis() {
        SyntheticChance chance = SyntheticChance.of(1, Purpose.CASE, 42);
        assertThat(IntStream.range(0, 6).map(i -> chance.below(1000))).containsExactly(409, 434, 460, 794, 54, 849);
    }

    @Test
    void neighbouringRowsDoNotChooseAlike() {
        Set<Integer> firsts = new HashSet<>();
        for (int row = 0; row < 1000; row++) {
            firsts.add(SyntheticChance.of(1, Purpose.CASE, row).below(1_000_000));
        }
        assertThat(firsts).hasSizeGreaterThan(990);
    }

    @Test
    void purposesDoNotShareChoices() {
        assertThat(SyntheticChance.of(1, Purpose.CASE, 5).below(1_000_000))
                .isNotEqualTo(SyntheticChance.of(1, Purpose.NOTE, 5).below(1_000_000));
    }

    @Test
    void shufflingKeepsEveryValue() {
        int[] values = IntStream.range(0, 100).toArray();
        SyntheticChance.of(1, Purpose.ORDER, 0).shuffle(values);
        assertThat(values).isNotEqualTo(IntStream.range(0, 100).toArray());
        assertThat(IntStream.of(values).sorted())
                .containsExactly(IntStream.range(0, 100).boxed().toArray(Integer[]::new));
    }
}
