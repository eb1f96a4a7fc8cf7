package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.stepbridge.casework.Mapping;

/** Whatever bytes of a file are changed, reading it ends: with rows, with faults, or with a refusal, never otherwise. */
class SpoiltFilesIT {
    private static final int TRIES = Integer.getInteger("stepbridge.test.spoilt", 150);
    private static final int ROWS = 12;
    private static final Feed NOTES = Feeds.notes();
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "</",
            "/>",
            "&",
            "&#",
            "&#x0;",
            "&x;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "<?",
            "<!DOCTYPE x [<!ENTITY y 'z'>]>",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\\",
            "\\u",
            "\n",
            "\r",
            "\0",
            "\uFEFF",
            "\uD83D",
            "1E99999",
            "-",
            "NaN",
            " r='ZZZZZZZ9'",
            " t='s'",
            " t='d'",
            " t='e'",
            " s='999'",
            "<v>999999999999</v>",
            "<f t='shared' si='9'/>",
            "<f t='array' ref='A1:'/>",
            "<mergeCell ref='A1:B2'/>",
            "xmlns:a='b'",
            "a:b");

    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        return Stream.of(Formats.values())
                .flatMap(format -> IntStream.range(0, TRIES).mapToObj(seed -> Arguments.of(format, seed)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void reading_a_spoilt_file_ends(Formats format, int seed) throws IOException {
        var random = new Random(31L * seed + format.name().hashCode());
        List<String> headings = Feeds.headings(NOTES);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            String id = "GN" + i;
            rows.add(headings.stream().map(heading -> heading + " " + id).toList());
        }
        byte[] bytes;
        if (format == Formats.XLSX && seed % 3 > 0) {
            var workbook = new Workbook().texts(headings);
            rows.forEach(workbook::texts);
            workbook.bytes();
            String part = seed % 3 == 1
                    ? "xl/worksheets/sheet1.xml"
                    : List.of("xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels")
                            .get(random.nextInt(4));
            bytes = workbook.bytesWith(part, spoilt(workbook.part(part).getBytes(StandardCharsets.UTF_8), random));
        } else {
            bytes = spoilt(format.write(headings, rows), random);
        }
        Path file = Files.write(folder.resolve("export." + format.extension), bytes);

        assertThatCode(() -> assertThat(count(file)).isLessThan(20 * ROWS)).doesNotThrowAnyException();
    }

    private static int count(Path file) throws IOException {
        Mapping mapping = NOTES.mapping();
        int count = 0;
        try (RowReader rows = RowReaders.open(ArrivedFile.of(file), mapping, new Found())) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                count++;
            }
        } catch (UnreadableFile e) {
            assertThat(e.problem()).isNotEmpty();
        }
        return count;
    }

    private static byte[] spoilt(byte[] bytes, Random random) {
        byte[] spoilt = bytes;
        for (int changes = 1 + random.nextInt(4); changes > 0 && spoilt.length > 2; changes--) {
            int at = random.nextInt(spoilt.length - 1);
            int to = Math.min(spoilt.length, at + 1 + random.nextInt(200));
            var out = new ByteArrayOutputStream();
            out.write(spoilt, 0, at);
            switch (random.nextInt(6)) {
                case 0 -> out.write(random.nextInt(256));
                case 1 ->
                    out.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
                case 2 -> at = to - 1; // leaves a stretch out
                case 3 -> out.write(spoilt, at, to - at); // says a stretch twice
                case 4 -> at = random.nextInt(4) == 0 ? spoilt.length - 1 : at; // cuts off
                default -> {
                    out.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
                    at--;
                }
            }
            out.write(spoilt, at + 1, spoilt.length - at - 1);
            spoilt = out.toByteArray();
        }
        return spoilt;
    }
}
