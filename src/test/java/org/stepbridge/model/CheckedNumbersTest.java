package org.stepbridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "943 476 5919", "4010232137", "991-200-3888"})
    void an_nhs_number_has_a_check_digit_that_is_right(String text) {
        assertThat(NhsNumber.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9912003814", "4123456879", "943476591", "94347659190", "943476591X", "９４３４７６５９１９"})
    void any_other_is_none(String text) {
        assertThat(NhsNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000000", "1111111111", "999 999 9999"})
    void ten_times_one_digit_stands_for_a_number_that_nobody_knows(String text) {
        assertThat(NhsNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A950000178301", "H243278544154", "h243278544154"})
    void a_pupil_number_has_a_check_letter_that_is_right(String text) {
        assertThat(Upn.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"R247962919251", "X428558133462", "I243278544154", "A95000017830", "A950000178301A"})
    void any_other_is_no_pupil_number(String text) {
        assertThat(Upn.parse(text)).isEmpty();
    }

    @Test
    void a_pupil_number_of_zeros_stands_for_one_that_nobody_knows() {
        assertThat(Upn.parse("A000000000000")).isEmpty();
    }
}
