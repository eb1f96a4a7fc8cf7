package org.stepbridge.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void aMisspeltNameIsGuessed() {
        assertThat(Nearest.of("requsts", List.of("request", "requests", "roles")))
                .contains("requests");
        assertThat(Nearest.of("ROT-41", List.of("ROT-1", "ROT-14", "ROT-4"))).contains("ROT-14");
        assertThat(Nearest.of("UTF8", List.of("UTF-8", "UTF-16LE"))).contains("UTF-8");
    }

    @Test
    void anotherWordIsNotGuessed() {
        assertThat(Nearest.of("england", List.of("gb-eng", "gb-wls"))).isEmpty();
        assertThat(Nearest.of("x", List.of("code", "title"))).isEmpty();
    }

    @Test
    void withoutAGuessTheKnownNamesAreListed() {
        assertThat(Nearest.hint("x", List.of("title", "code"))).isEqualTo("; known: code, title");
        assertThat(Nearest.hint("x", List.of())).isEmpty();
    }

    @Test
    void aLongListIsCutOff() {
        List<String> many = IntStream.range(10, 40).mapToObj(i -> "name" + i).toList();

        assertThat(Nearest.list(many)).startsWith("name10, name11,").endsWith("name21, …");
    }

    @Test
    void swappedNeighboursAreOneMistake() {
        assertThat(Nearest.distance("vauge", "vague")).isEqualTo(1);
        assertThat(Nearest.distance("Title", "title")).isZero();
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }
}
