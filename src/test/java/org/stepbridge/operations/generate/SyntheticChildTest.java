package org.stepbridge.operations.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyntheticChildTest {
    private static final SyntheticPlan PLAN = SyntheticPlan.of(50_000, 2, 1, SyntheticPlan.USUAL_STAMP);

    @Test
    void everyNhsNumberIsOfTheRangeThatIsIssuedToNobodyAndHasARightCheckDigit() {
        for (int index = 0; index < PLAN.requests(); index++) {
            assertThat(SyntheticChild.nhsNumber(index)).startsWith("9").matches(SyntheticChildTest::passesModulo11);
        }
    }

    @Test
    void noTwoChildrenNorTheirNamesakesShareAnIdentifier() {
        Set<String> identifiers = new HashSet<>();
        for (int index = 0; index < PLAN.requests(); index++) {
            SyntheticChild child = SyntheticChild.of(PLAN, index);
            SyntheticChild namesake = child.namesake(PLAN, index);
            for (SyntheticChild one : new SyntheticChild[] {child, namesake}) {
                assertThat(identifiers.add(one.ehmId())).isTrue();
                assertThat(identifiers.add(one.lcsId())).isTrue();
                assertThat(identifiers.add(one.nhsNumber())).isTrue();
            }
        }
    }

    @Test
    void aNamesakeHasTheSameNameAndAnotherDateOfBirth() {
        for (int index = 0; index < 20_000; index++) {
            SyntheticChild child = SyntheticChild.of(PLAN, index);
            SyntheticChild namesake = child.namesake(PLAN, index);
            assertThat(namesake.surname()).isEqualTo(child.surname());
            assertThat(namesake.forename()).isEqualTo(child.forename());
            assertThat(namesake.born()).isNotEqualTo(child.born());
        }
    }

    /** The published rule: weights 10 to 2, and the check digit makes the weighted sum divisible by 11. */
    private static boolean passesModulo11(String number) {
        int sum = 0;
        for (int place = 0; place < 10; place++) {
            sum += (number.charAt(place) - '0') * (place == 9 ? 1 : 10 - place);
        }
        return number.matches("[0-9]{10}") && sum % 11 == 0;
    }
}
