package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Mapping.Column;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader.Result;
import org.stepbridge.casework.Usual;
import org.stepbridge.protocol.EvidenceStep;

class PackReaderIT {

    static Stream<Path> packs() throws Exception {
        try (Stream<Path> folders = Files.list(Path.of("mappings"))) {
            return folders.filter(folder -> new PackFolder(folder).isPack()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyPackOfThisProjectLoads(Path folder) {
        Result result = new PackReader().load(folder);

        assertThat(result).isInstanceOf(Result.Loaded.class);
    }

    @Test
    void yearsArePutAsStrictReadingNeedsThem() {
        Feed notes = feed("ehm-notes");

        assertThat(notes.extractTime()).isEqualTo("uuuuMMdd'T'HHmm");
        assertThat(column(notes, "noteDate").patterns()).containsExactly("dd/MM/uuuu", "uuuu-MM-dd");
    }

    @Test
    void aFeedSaysWhatIsUsualForItsFiles() {
        assertThat(feed("ehm-notes").usual()).isEqualTo(new Usual(true, 50, null));
        assertThat(feed("lcs-transfers").usual()).isEqualTo(new Usual(true, 0, null));
    }

    @Test
    void everyRowOfTheStepUpsIsAStepUp() {
        assertThat(feed("ehm-stepups").mapping().fixed()).containsExactly(Map.entry("type", "step-up"));
    }

    @Test
    void theWordsOfAnExportBecomeCanonical() {
        assertThat(column(feed("lcs-transfers"), "type").codes().values())
                .containsEntry("co-working", "co-working")
                .containsEntry("step-down", "step-down")
                .containsEntry("step down", "step-down");
        assertThat(column(feed("ehm-stepups"), "immediateSafety").codes().values())
                .containsEntry("yes", "Y")
                .containsEntry("1", "Y")
                .containsEntry("no", "N");
        assertThat(feed("lcs-transfers").mapping().nullWords()).containsExactlyInAnyOrder("-1", "NULL", "N/A");
    }

    @Test
    void aRuleMayReadTheNotesOfTheFamilyWhereTheFeedsBringItsEpisode(@TempDir Path folder) {
        Pack pack = PackCopy.of("rotherham", folder)
                .replaceAll(
                        "feeds.yaml",
                        "upn: { headers: [UPN] }",
                        "upn: { headers: [UPN] }\n      familyEpisodeId: { headers: [EpisodeID] }")
                .edit("protocol.yaml", "lookBack: 28 days", "familyNotes: true\n          lookBack: 28 days")
                .load();

        assertThat(pack.protocol().requests().get("co-working").evidence())
                .filteredOn(EvidenceStep.ByNote.class::isInstance)
                .singleElement()
                .satisfies(
                        step -> assertThat(((EvidenceStep.ByNote) step).rule().familyNotes())
                                .isTrue());
    }

    @Test
    void notesAreReadBeforeTransfersThatNeedThem() {
        assertThat(feed("lcs-transfers").after()).containsExactly("ehm-notes", "ehm-stepups");
        assertThat(feed("ehm-notes").after()).isEmpty();
        assertThat(feed("ehm-stepups").after()).isEmpty();
        assertThat(feed("ehm-notes").kind()).isEqualTo(Feed.Kind.NOTES);
        assertThat(feed("ehm-notes").directory()).isEqualTo("inbox/rotherham/ehm");
        assertThat(feed("ehm-notes").headerOnly()).isFalse();
    }

    @Test
    void whatANoteNeedsToProveSomethingMustBeThere() {
        assertThat(feed("ehm-notes").mapping().columns())
                .filteredOn(Column::required)
                .extracting(Column::field)
                .containsExactly("noteId", "noteType", "noteDate", "authorRole", "text");
    }

    private static Feed feed(String id) {
        return rotherham().feeds().stream()
                .filter(feed -> feed.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(Feed feed, String field) {
        return feed.mapping().columns().stream()
                .filter(column -> column.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static Pack rotherham() {
        return ((Result.Loaded) new PackReader().load(Path.of("mappings/rotherham"))).pack();
    }
}
