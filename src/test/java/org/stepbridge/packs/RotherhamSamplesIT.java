package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Mapping.Column;
import org.stepbridge.casework.PackLoader.Result;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.Upn;

/** The sample exports are what the feeds describe, and about nobody. */
class RotherhamSamplesIT {
    private static final Path SAMPLES = Path.of("mappings/rotherham/samples");
    private static final List<Feed> FEEDS = ((Result.Loaded) new PackReader().load(Path.of("mappings/rotherham")))
            .pack()
            .feeds();

    static Stream<Path> exports() throws IOException {
        try (Stream<Path> all = Files.walk(SAMPLES, 2)) {
            return all
                    .filter(path -> path.getNameCount() > SAMPLES.getNameCount() + 1)
                    .filter(Files::isRegularFile)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("exports")
    void eachExportBelongsToOneFeedThatKnowsEveryHeading(Path export) throws IOException {
        List<Feed> feeds = FEEDS.stream()
                .filter(feed -> Path.of(feed.directory())
                        .getFileName()
                        .equals(export.getParent().getFileName()))
                .filter(feed ->
                        feed.fileName().matcher(export.getFileName().toString()).matches())
                .toList();
        assertThat(feeds).hasSize(1);
        Set<String> known = feeds.get(0).mapping().columns().stream()
                .map(Column::headers)
                .flatMap(headers -> headers.names().stream())
                .map(WordList::plain)
                .collect(Collectors.toSet());

        assertThat(rows(export).get(0).getHeader()).extracting(WordList::plain).isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("exports")
    void everyNumberIsWellFormedAndFromARangeThatNobodyHas(Path export) throws IOException {
        assertThat(rows(export)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getField("NHSNumber"))
                    .startsWith("9")
                    .matches(text -> NhsNumber.parse(text).isPresent());
            assertThat(row.findField("UPN"))
                    .satisfies(upn -> assertThat(upn.stream())
                            .allMatch(text -> Upn.parse(text).isPresent()));
            assertThat(row.getFields())
                    .filteredOn(cell -> cell.contains("@"))
                    .allMatch(cell -> cell.endsWith("@borough.example"));
        });
    }

    @Test
    void whatIsExpectedOfEachRequestIsSaid() throws IOException {
        List<String> ids = exports()
                .filter(path -> !path.getFileName().toString().startsWith("ehm-notes"))
                .flatMap(path -> read(path).stream())
                .map(row -> row.getField(0))
                .toList();
        List<NamedCsvRecord> expected = rows(SAMPLES.resolve("expected.csv"));

        assertThat(expected).extracting(row -> row.getField("Id")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(expected)
                .extracting(row -> row.getField("State"))
                .contains("allocated", "returned", "held", "queued-for-hub", "mash-pending", "rejected");
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    private static List<NamedCsvRecord> read(Path file) {
        try {
            return rows(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
