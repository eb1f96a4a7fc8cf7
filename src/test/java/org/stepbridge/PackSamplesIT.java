package org.stepbridge;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.operations.command.CheckCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample exports of packs: {@code check} passes them, and each request comes out as is expected of it. */
class PackSamplesIT {

    @ParameterizedTest
    @ValueSource(strings = {"mappings/york", "mappings/derby", "mappings/barnet", "mappings/careline"})
    void each_request_of_the_samples_comes_out_as_expected_and_no_row_is_rejected(String pack) throws IOException {
        Path samples = Path.of(pack, "samples");
        List<String> words = new ArrayList<>(List.of("--json", pack));
        try (Stream<Path> files = Files.walk(samples)) {
            files.filter(file -> file.toString().matches(".*-\\d{8}T\\d{4}\\.csv"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(words::add);
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        int code = CheckRun.run(words, new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(CheckCommand.SOUND);
        JsonNode report = new JsonMapper().readTree(printed.toString(StandardCharsets.UTF_8));
        List<String> outcomes = new ArrayList<>();
        report.get("requests")
                .forEach(request -> outcomes.add(request.get("id").asString() + " "
                        + request.get("state").asString() + " "
                        + request.get("clauses").get(0).asString()));
        assertThat(outcomes).containsExactlyInAnyOrderElementsOf(expected(samples.resolve("expected.csv")));
    }

    private static List<String> expected(Path file) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(row -> row.getField("Id") + " " + row.getField("State") + " " + row.getField("Clause"))
                    .toList();
        }
    }
}
