package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VagueTest {
    private final Vague vague = new Vague(
            20,
            List.of("help with parenting", "help with emotional wellbeing", "help", "support the family"),
            List.of("and", "please", "the", "with"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Attend school",
                "Help with parenting, please!",
                "HELP WITH PARENTING\nand help with emotional wellbeing.",
                "Please support the family and help with parenting"
            })
    void nothingTooLittleAndNothingButPhrasesIsVague(String text) {
        assertThat(vague.test(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Help with parenting: agree a bedtime routine and keep it for four weeks",
                "Six sessions on keeping safe online",
                "Help with parenting skills, please"
            })
    void anythingSpecificBesideThePhrasesIsNotVague(String text) {
        assertThat(vague.test(text)).isFalse();
    }
}
