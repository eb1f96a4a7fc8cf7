package org.stepbridge.operations.generate;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticExportsTest {
    private static final int REQUESTS = 5000;
    private static final Sample SAMPLE = Sample.of(REQUESTS, 1);
    private static final List<NamedCsvRecord> TRANSFERS = Sample.rows(SAMPLE.transfers());
    private static final List<NamedCsvRecord> STEP_UPS = Sample.rows(SAMPLE.stepUps());
    private static final List<NamedCsvRecord> NOTES = Sample.rows(SAMPLE.notes());
    private static final List<NamedCsvRecord> TRUTH = Sample.rows(SAMPLE.truth());
    private static final Offset<Double> CHANCE = within(0.03);

    @Test
    void sameArgumentsGiveTheSameBytes() {
        assertThat(Sample.of(300, 7)).isEqualTo(Sample.of(300, 7));
    }

    @Test
    void anotherSeedGivesOtherExports() {
        assertThat(Sample.of(300, 7).transfers()).isNotEqualTo(Sample.of(300, 8).transfers());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anOfficerWhoKnowsOnlyTheExportsComesToWhatTheTruthFileSays(long seed) {
        Sample sample = Sample.of(2000, seed);
        Officer officer = new Officer(Sample.rows(sample.notes()));
        Map<String, String> decided = Sample.rows(sample.transfers()).stream()
                .collect(toMap(transfer -> transfer.getField("TransferID"), officer::decide));
        Map<String, String> truth = Sample.rows(sample.truth()).stream()
                .filter(line -> !line.getField("Expected").equals("STEP_UP"))
                .collect(toMap(
                        line -> line.getField("Id"),
                        line -> line.getField("Expected") + " " + line.getField("NoteID")));
        assertThat(decided).hasSize(1700).isEqualTo(truth);
    }

    @Test
    void everyRequestIsInTheTruthFileOnce() {
        Set<String> ids = TRUTH.stream().map(line -> line.getField("Id")).collect(toSet());
        assertThat(TRUTH).hasSize(REQUESTS);
        assertThat(ids)
                .hasSize(REQUESTS)
                .containsAll(TRANSFERS.stream()
                        .map(row -> row.getField("TransferID"))
                        .toList())
                .containsAll(
                        STEP_UPS.stream().map(row -> row.getField("StepUpID")).toList());
    }

    @Test
    void fifteenInAHundredAreStepUpsAndTwentyFiveStepDowns() {
        assertThat(STEP_UPS).hasSize(REQUESTS * 15 / 100);
        assertThat(TRANSFERS.stream().filter(row -> row.getField("TransferType").equals("Step-Down")))
                .hasSize(REQUESTS * 25 / 100);
        assertThat(TRANSFERS.stream().filter(row -> row.getField("TransferType").equals("Co-working")))
                .hasSize(REQUESTS * 60 / 100);
    }

    @Test
    void outcomesComeInTheMixOfTheSharedBench() {
        assertThat(share(TRUTH, expects("RETURN"))).isCloseTo(0.19, CHANCE);
        assertThat(share(TRUTH, expects("ALLOCATION"))).isCloseTo(0.52, CHANCE);
        assertThat(share(TRUTH, expects("EVIDENCE_BASED"))).isCloseTo(0.14, CHANCE);
    }

    @Test
    void everyDecoyIsThereAloneAndBesideEvidence() {
        Set<String> reasons = TRUTH.stream().map(line -> line.getField("Why")).collect(toSet());
        for (SyntheticDecoy decoy : SyntheticDecoy.ALL) {
            assertThat(reasons).contains("matching general note (and a decoy: " + decoy.label() + ")");
            if (decoy != SyntheticDecoy.AFTER_REQUEST) {
                assertThat(reasons).contains(decoy.label());
            }
        }
        assertThat(reasons).contains("none", "note dated after the request (flag)");
    }

    @Test
    void notesAlwaysHaveTheEarlyHelpNumberAndOftenLackTheOthers() {
        assertThat(NOTES)
                .hasSize(2 * REQUESTS)
                .noneMatch(note -> note.getField("EHMPersonID").isEmpty());
        assertThat(share(NOTES, note -> note.getField("LCSPersonID").isEmpty())).isCloseTo(0.10, CHANCE);
        assertThat(share(NOTES, note -> note.getField("NHSNumber").isEmpty())).isCloseTo(0.20, CHANCE);
    }

    @Test
    void theChildOfACitedNoteIsTheChildOfTheRequest() {
        Map<String, NamedCsvRecord> notes = byId(NOTES, "NoteID");
        Map<String, NamedCsvRecord> transfers = byId(TRANSFERS, "TransferID");
        List<NamedCsvRecord> cited = TRUTH.stream()
                .filter(line -> !line.getField("NoteID").isEmpty())
                .toList();
        assertThat(cited).isNotEmpty().allSatisfy(line -> {
            NamedCsvRecord note = requireNonNull(notes.get(line.getField("NoteID")));
            NamedCsvRecord transfer = requireNonNull(transfers.get(line.getField("Id")));
            for (String column : List.of("EHMPersonID", "Surname", "Forename", "DateOfBirth")) {
                assertThat(note.getField(column)).isEqualTo(transfer.getField(column));
            }
            assertThat(note.getField("LCSPersonID")).isIn("", transfer.getField("LCSPersonID"));
            assertThat(note.getField("NHSNumber")).isIn("", transfer.getField("NHSNumber"));
        });
    }

    @Test
    void nothingIsDatedOnTheDayOfTheExtractOrLater() {
        assertThat(NOTES)
                .noneMatch(note -> note.getField("NoteDate").compareTo("20/11/2026") >= 0
                        && note.getField("NoteDate").endsWith("/11/2026"));
    }

    @Test
    void exportsHaveDosLineEndsQuotedNewlinesDoubledQuotesAndLettersBeyondAscii() {
        assertThat(SAMPLE.transfers()).contains("\r\n").contains("\"\"");
        assertThat(NOTES).anyMatch(note -> note.getField("Text").contains("\n"));
        assertThat(SAMPLE.notes().codePoints().filter(letter -> letter > 255)).isNotEmpty();
    }

    @Test
    void theStampNamesTheFilesAndMovesTheDates() {
        SyntheticPlan plan = SyntheticPlan.of(20, 2, 1, LocalDateTime.of(2027, 3, 1, 18, 30));
        assertThat(plan.fileName("ehm-notes")).isEqualTo("ehm-notes-20270301T1830.csv");
        assertThat(Sample.rows(Sample.of(plan).transfers()))
                .allMatch(row -> row.getField("RequestedAt").substring(3, 10).equals("02/2027"));
    }

    @Test
    void tooFewNotesAreRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> Sample.of(SyntheticPlan.of(1000, 0.1, 1, SyntheticPlan.USUAL_STAMP)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too few notes");
    }

    private static Predicate<NamedCsvRecord> expects(String outcome) {
        return line -> line.getField("Expected").equals(outcome);
    }

    private static double share(List<NamedCsvRecord> rows, Predicate<NamedCsvRecord> of) {
        return rows.stream().filter(of).count() / (double) rows.size();
    }

    private static Map<String, NamedCsvRecord> byId(List<NamedCsvRecord> rows, String column) {
        return rows.stream().collect(toMap(row -> row.getField(column), row -> row));
    }
}
