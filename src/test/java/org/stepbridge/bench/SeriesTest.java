package org.stepbridge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Series series = new Series(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void theRatioIsThatOfTheMedians() {
        add("floor", 10);
        add("program", 90);
        add("floor", 30);
        add("program", 20);
        add("floor", 20);
        add("program", 40);
        assertThat(series.ratio("program", "floor", Measurement::seconds)).hasValue(2);
    }

    @Test
    void aRunThatWasWrongDoesNotCountAndSpoilsTheSeries() {
        add("floor", 10);
        add("program", 20);
        series.add(new Run("program", took(1), List.of("returns: 1 missing")));
        assertThat(series.ratio("program", "floor", Measurement::seconds)).hasValue(2);
        assertThat(series.allRight()).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("returns: 1 missing");
    }

    @Test
    void withoutOneOfTheTwoThereIsNoRatio() {
        add("floor", 10);
        assertThat(series.ratio("program", "floor", Measurement::seconds)).isEmpty();
        assertThat(series.allRight()).isTrue();
    }

    @Test
    void aSeriesWithoutRunsIsNotAllRight() {
        assertThat(series.allRight()).isFalse();
    }

    private void add(String contender, double seconds) {
        series.add(new Run(contender, took(seconds), List.of()));
    }

    private static Measurement took(double seconds) {
        return new Measurement(0, seconds, 2 * seconds, 1, 300);
    }
}
