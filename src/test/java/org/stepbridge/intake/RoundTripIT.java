package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepbridge.casework.Feed;

/** Whatever well-formed texts a record has, each format brings them back as they were. */
class RoundTripIT {
    private static final Feed FEED = Feeds.transfers();
    private static final List<String> PIECES = List.of(
            ",",
            ";",
            "\t",
            "\"",
            "\"\"",
            "'",
            "\n",
            "\r\n",
            "\r",
            "|",
            "<b>",
            "</Row>",
            "&",
            "&amp;",
            "&#0;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "{",
            "}",
            "[",
            "]",
            "\\",
            "\\u0041",
            "_x000D_",
            "_x",
            "=1+1",
            "@x",
            "+44",
            "-2",
            "0012",
            "123.0",
            "1.5E+9",
            "TRUE",
            "null",
            "#N/A",
            "31/02/2026",
            "46342.5",
            " ",
            "  ",
            "\u00A0",
            "é",
            "Łódź",
            "中",
            "😀",
            "ﬁ",
            "a\u0301",
            "\u200B",
            "\u0085",
            "\u2028",
            "\uFFFD",
            "O'Neill",
            "said: \"no\"",
            "Plain words, as people write.");

    @TempDir
    private Path folder;

    static Stream<Arguments> seedsOfEachFormat() {
        return Stream.of(Formats.values())
                .flatMap(format -> IntStream.rangeClosed(1, 12).mapToObj(seed -> Arguments.of(format, seed)));
    }

    @ParameterizedTest
    @MethodSource("seedsOfEachFormat")
    void any_well_formed_record_survives(Formats format, long seed) throws Exception {
        var random = new Random(seed);
        List<String> headings = Feeds.headings(FEED);
        List<List<String>> records = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            records.add(record(headings.size(), "ID" + i, random));
        }

        List<RawRow> rows = read(format, format.write(headings, records));

        assertThat(rows).extracting(RawRow::fault).containsOnlyNulls();
        assertThat(rows.get(0).cells()).isEqualTo(headings);
        assertThat(rows.stream().skip(1).map(row -> trimmed(row.cells(), headings.size())))
                .isEqualTo(records.stream()
                        .map(record -> trimmed(record, headings.size()))
                        .toList());
    }

    private List<RawRow> read(Formats format, byte[] bytes) throws IOException, UnreadableFile {
        Path file = Files.write(folder.resolve("export." + format.extension), bytes);
        List<RawRow> rows = new ArrayList<>();
        try (RowReader reader = RowReaders.open(ArrivedFile.of(file), FEED.mapping(), new Found())) {
            for (RawRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> record(int width, String id, Random random) {
        List<String> record = new ArrayList<>(List.of(id));
        while (record.size() < width) {
            var cell = new StringBuilder();
            for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
                cell.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            record.add(cell.toString());
        }
        return record;
    }

    /** What counts of a row: cells without outer white space, those at the end that are missing as empty ones. */
    private static List<String> trimmed(List<String> cells, int width) {
        List<String> trimmed = new ArrayList<>(cells.stream().map(Cells::trim).toList());
        while (trimmed.size() < width) {
            trimmed.add("");
        }
        return trimmed;
    }
}
