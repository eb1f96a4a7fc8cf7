package org.stepbridge.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {
    @ParameterizedTest
    @CsvSource({
        "hub, short",
        "hub, aaaabbbbaaaabbbb",
        "business-support, business-support1",
        "business-support, My Business-Support",
        "hub, hub-hub-hub-hub-1",
        "it, it it it it it it"
    })
    void whatIsShortOrMonotonousOrMostlyTheNameIsRefused(String name, String password) {
        assertThat(Passwords.problem(password, name)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"it, candle orbit marmalade", "hub, clover chubby lantern", "mash, candle orbit marmalade"})
    void aShortNameInALongWordIsNoProblem(String name, String password) {
        assertThat(Passwords.problem(password, name)).isEmpty();
    }

    @Test
    void whatBcryptWouldCutOffIsRefused() {
        assertThat(Passwords.problem("abcdefgh".repeat(10), "it")).isPresent();
    }
}
