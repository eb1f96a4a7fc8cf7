package org.stepbridge.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.testing.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code check} as people run it: a process, what it prints and how it ends. */
class CheckCommandIT {
    private static final Path PACK = Path.of("mappings/rotherham");
    private static final Path SAMPLES = PACK.resolve("samples");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TABLE = "Id             Type         Outcome                Clauses            Why";

    @TempDir
    Path folder;

    private record Ran(int code, List<String> lines, String log) {}

    @Test
    void the_samples_come_out_as_is_expected_of_them_and_nothing_is_printed_but_the_table() throws Exception {
        Map<String, String> expected = expectedStates();
        // the table has no line for a row that is no request
        assertThat(expected.remove("TR1000018")).isEqualTo("rejected");

        Ran ran = check(sampleFiles());

        assertThat(ran.lines().subList(0, 6))
                .containsExactly(
                        PACK.toAbsolutePath() + ": sound, protocol 2021.1",
                        "ehm-notes-20261120T0600.csv: columns missing: UPN",
                        "ehm-stepups-20261120T0600.csv: columns missing: UPN, AgreedBy, AgreedByRole",
                        "lcs-transfers-20261120T0600.csv row 19 RequestedAt: It is not a real date, or not written like"
                                + " dd/MM/yyyy HH:mm.",
                        "",
                        TABLE);
        Map<String, String> outcomes = new TreeMap<>();
        for (String line : ran.lines().subList(6, ran.lines().size())) {
            if (line.startsWith(" ")) {
                assertThat(line).as("a flag").matches(" {15}[a-z-]+: .+");
            } else {
                outcomes.put(cell(line, 0), cell(line, 28));
            }
        }
        assertThat(outcomes).isEqualTo(expected);
        assertThat(ran.code()).as("a row is rejected").isEqualTo(CheckCommand.UNSOUND);
        assertThat(ran.log()).isEmpty();
    }

    @Test
    void as_json_the_same_is_said_of_each_request_with_its_clauses_and_reasons() throws Exception {
        List<Path> words = new ArrayList<>(sampleFiles());
        words.add(Path.of("--json"));

        Ran ran = check(words);

        JsonNode report = JSON.readTree(String.join("\n", ran.lines()));
        assertThat(report.get("sound").asBoolean()).isFalse();
        assertThat(report.get("protocol").asString()).isEqualTo("2021.1");
        Map<String, String> states = new TreeMap<>();
        report.get("requests").forEach(request -> {
            states.put(request.get("id").asString(), request.get("state").asString());
            assertThat(request.get("why").asString()).isNotBlank();
            assertThat(request.get("reasons")).isNotEmpty();
        });
        Map<String, String> expected = expectedStates();
        expected.remove("TR1000018");
        assertThat(states).isEqualTo(expected);
        JsonNode transfers = named(report.get("files"), "lcs-transfers-20261120T0600.csv");
        assertThat(transfers.get("feed").asString()).isEqualTo("lcs-transfers");
        assertThat(transfers.get("accepted").asInt()).isEqualTo(17);
        assertThat(transfers.get("rejectedRows").get(0).get("row").asInt()).isEqualTo(19);
        assertThat(ran.code()).isEqualTo(CheckCommand.UNSOUND);
    }

    @Test
    void a_misspelt_column_is_told_with_the_nearest_name_and_what_was_found_out_too() throws Exception {
        Path pack = copyOfPack();
        Path feeds = pack.resolve("feeds.yaml");
        Files.writeString(
                feeds,
                Files.readString(feeds)
                        .replace("charset: UTF-8", "charset: detect")
                        .replace("delimiter: \",\"", "delimiter: detect"));
        Path notes = folder.resolve("ehm-notes-20261120T0600.csv");
        Files.writeString(notes, """
                NoteID;EHMPersonID;NoteType;NoteDate;Autor;AuthorRole;Colour;Text
                N1;E1;General Note;19/11/2026;Jo Café;Early Help Locality Manager;blue;Agreed
                """, Charset.forName("windows-1252"));

        Ran table = check(List.of(pack, notes), Path.of(""));
        Ran json = check(List.of(pack, notes, Path.of("--json")), Path.of(""));

        assertThat(table.lines())
                .contains(
                        "ehm-notes-20261120T0600.csv: found to be windows-1252, cells separated by semicolons",
                        "ehm-notes-20261120T0600.csv: columns not used: Autor (did you mean Author?), Colour")
                .anyMatch(line -> line.startsWith("ehm-notes-20261120T0600.csv: columns missing: ")
                        && line.contains("Author (is it Autor?)"));
        assertThat(table.code()).as("such a file can be taken in").isEqualTo(CheckCommand.SOUND);
        JsonNode findings = JSON.readTree(String.join("\n", json.lines()))
                .get("files")
                .get(0)
                .get("findings");
        assertThat(findings.get("charset").asString()).isEqualTo("windows-1252");
        assertThat(findings.get("delimiter").asString()).isEqualTo(";");
        assertThat(findings.get("unused").get(0).get("meant").asString()).isEqualTo("Author");
    }

    @Test
    void a_file_without_a_required_column_is_refused_with_the_heading_that_may_be_it() throws Exception {
        Path notes = Files.writeString(
                folder.resolve("ehm-notes-20261120T0600.csv"),
                "NoteID,EHMPersonID,NoteType,NoteDte,AuthorRole,Text\nN1,E1,General Note,19/11/2026,LM,Agreed\n");

        Ran ran = check(List.of(PACK, notes), Path.of(""));

        assertThat(ran.lines())
                .contains("ehm-notes-20261120T0600.csv: Headings are missing: NoteDate (is it 'NoteDte'?)."
                        + " Export all columns.");
        assertThat(ran.code()).isEqualTo(CheckCommand.UNSOUND);
    }

    @Test
    void a_sound_pack_alone_ends_well_wherever_it_is_called_from() throws Exception {
        Ran ran = check(List.of(PACK.toAbsolutePath()), folder);

        assertThat(ran.lines()).containsExactly(PACK.toAbsolutePath() + ": sound, protocol 2021.1");
        assertThat(ran.code()).isEqualTo(CheckCommand.SOUND);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_broken_pack_is_refused_with_the_place_and_the_mend() throws Exception {
        Path broken = copyOfPack();
        Path protocol = broken.resolve("protocol.yaml");
        Files.writeString(protocol, Files.readString(protocol).replace("to: hub\n", "to: hubb\n"));

        Ran ran = check(List.of(broken), Path.of(""));

        assertThat(ran.lines()).hasSize(2);
        assertThat(ran.lines().get(0)).matches("rotherham/protocol\\.yaml:\\d+:\\d+: .*hub.*");
        assertThat(ran.lines().get(1)).isEqualTo(broken + ": 1 problem");
        assertThat(ran.code()).isEqualTo(CheckCommand.UNSOUND);
    }

    @Test
    void a_pack_that_is_not_there_is_refused() throws Exception {
        Ran ran = check(List.of(folder.resolve("nowhere/leeds")), Path.of(""));

        assertThat(ran.lines()).last().isEqualTo(folder.resolve("nowhere/leeds") + ": 3 problems");
        assertThat(ran.code()).isEqualTo(CheckCommand.UNSOUND);
    }

    @Test
    void broken_exports_are_named_with_what_is_wrong_and_left_as_they_are() throws Exception {
        Path empty = Files.createFile(folder.resolve("lcs-transfers-20261120T0600.csv"));
        Path binary = Files.write(folder.resolve("ehm-stepups-20261120T0600.csv"), new byte[] {0, 1, 2, (byte) 0xff});
        Path stranger = Files.createFile(folder.resolve("letters.csv"));
        Path missing = folder.resolve("ehm-notes-20261120T0600.csv");

        Ran ran = check(List.of(PACK, empty, binary, stranger, missing), Path.of(""));

        assertThat(ran.lines())
                .hasSize(5)
                .contains(
                        missing + ": there is no such file",
                        empty.getFileName() + ": Nothing is in the file, not even headings. Export it again.")
                .anyMatch(line -> line.startsWith(stranger + ": no feed of the pack takes a file of this name"))
                .anyMatch(line -> line.startsWith(binary.getFileName() + ": "));
        assertThat(ran.code()).isEqualTo(CheckCommand.UNSOUND);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(empty, binary, stranger);
        }
    }

    private static Map<String, String> expectedStates() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(SAMPLES.resolve("expected.csv"))) {
            rows.forEach(row -> expected.put(row.getField("Id"), row.getField("State")));
        }
        return expected;
    }

    private static JsonNode named(JsonNode files, String name) {
        for (JsonNode file : files) {
            if (file.get("name").asString().equals(name)) {
                return file;
            }
        }
        throw new AssertionError("no file " + name);
    }

    private static String cell(String line, int at) {
        return line.substring(at).strip().split(" ", 2)[0];
    }

    private static List<Path> sampleFiles() throws IOException {
        List<Path> words = new ArrayList<>(List.of(PACK));
        for (String system : List.of("lcs", "ehm")) {
            try (Stream<Path> files = Files.list(SAMPLES.resolve(system))) {
                words.addAll(files.sorted().toList());
            }
        }
        return words;
    }

    private Path copyOfPack() throws IOException {
        try (Stream<Path> files = Files.walk(PACK)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(PACK.getParent().relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return folder.resolve("rotherham");
    }

    private Ran check(List<Path> words) throws Exception {
        return check(words, Path.of(""));
    }

    /** What it says goes to files beside the folder, so that no pipe fills up and the folder stays as it was. */
    private Ran check(List<Path> words, Path from) throws Exception {
        Path out = Files.createTempFile(folder.getParent(), "check", ".out");
        Path log = Files.createTempFile(folder.getParent(), "check", ".err");
        List<String> line = new ArrayList<>(Program.line());
        line.add("check");
        words.forEach(word -> line.add(word.toString()));
        try {
            Process process = new ProcessBuilder(line)
                    .directory(from.toAbsolutePath().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(log.toFile())
                    .start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
            String said = Files.readString(log, StandardCharsets.UTF_8)
                    .lines()
                    .filter(any -> !any.startsWith("WARNING: ")) // of the virtual machine
                    .reduce("", (before, next) -> before + next + "\n");
            return new Ran(process.exitValue(), Files.readAllLines(out), said);
        } finally {
            Files.delete(out);
            Files.delete(log);
        }
    }
}
