package org.stepbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.evidence.EvidenceCheck;
import org.stepbridge.evidence.EvidenceRule;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Details;
import org.stepbridge.model.Note;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;
import org.stepbridge.model.Verdict;

/** The generator that the whole project is measured with, when it is on this machine. */
class SharedBenchIT {
    private static final Path GENERATOR = Path.of("/work/shared/bench/generate.py");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void every_transfer_is_decided_as_its_truth_says(int seed) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(GENERATOR), "there is no " + GENERATOR + " on this machine");
        generate(seed);
        GeneratedExports exports = new GeneratedExports(folder);
        Map<String, List<Note>> notes = exports.notes();
        Map<String, NamedCsvRecord> truth = new HashMap<>();
        exports.rows("truth.csv").forEach(row -> truth.put(row.getField("Id"), row));
        EvidenceCheck check = new EvidenceCheck(new TwoReaders());
        List<String> wrong = new ArrayList<>();
        int transfers = 0;
        for (NamedCsvRecord row : exports.transfers()) {
            transfers++;
            LocalDateTime at = LocalDateTime.parse(row.getField("RequestedAt"), GeneratedExports.TIME);
            Verdict verdict = check.check(
                    request(row, at),
                    at.toLocalDate(),
                    rule(GeneratedExports.kind(row)),
                    notes.getOrDefault(row.getField("EHMPersonID"), List.of()));
            NamedCsvRecord expected = Objects.requireNonNull(truth.get(row.getField("TransferID")));
            if (!isRight(verdict, expected)) {
                wrong.add(expected.getField("Id") + " " + expected.getField("Why") + " became "
                        + verdict.getClass().getSimpleName());
            }
        }
        assertThat(transfers).isEqualTo(2550);
        assertThat(wrong).isEmpty();
    }

    private static boolean isRight(Verdict verdict, NamedCsvRecord truth) {
        if (truth.getField("Expected").equals("RETURN")) {
            return verdict instanceof Verdict.NotEvidenced;
        }
        boolean flagged = truth.getField("Why").contains("dated after the request");
        return verdict instanceof Verdict.Evidenced evidenced
                && evidenced.note().noteId().equals(truth.getField("NoteID"))
                && evidenced.flags().isEmpty() != flagged;
    }

    private void generate(int seed) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        "python3",
                        GENERATOR.toString(),
                        "--requests",
                        "3000",
                        "--seed",
                        "" + seed,
                        "--out",
                        "" + folder)
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    private static Request request(NamedCsvRecord row, LocalDateTime at) {
        return new Request(
                new Authority("somewhere"),
                SourceSystem.LCS,
                row.getField("TransferID"),
                GeneratedExports.kind(row),
                GeneratedExports.child(row),
                row.getField("Locality"),
                at.toInstant(ZoneOffset.UTC),
                new Details(Map.of("teamManager", row.getField("TeamManager"))));
    }

    private static EvidenceRule rule(String kind) {
        return new EvidenceRule(
                "discussion-note",
                "X-1",
                Set.of("General Note"),
                Set.of("Early Help Locality Manager"),
                Set.of(),
                kind,
                28,
                "teamManager",
                "",
                false,
                GeneratedExports.PHRASES);
    }
}
