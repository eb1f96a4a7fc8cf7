package org.stepbridge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.evidence.Notes.OLIVER;
import static org.stepbridge.evidence.Notes.carrying;
import static org.stepbridge.evidence.Notes.note;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.model.Child;
import org.stepbridge.model.Considered;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.Merge;
import org.stepbridge.model.Merges;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.PersonId;
import org.stepbridge.model.Verdict;
import org.stepbridge.model.Verdict.Evidenced;
import org.stepbridge.model.Verdict.NotEvidenced;
import org.stepbridge.model.Verdict.Unclear;

/** Oliver stands under L1 and E1. What notes under the numbers of other records prove, once records were merged. */
class MergedRecordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"E9>E1", "E1>E9", "E9>E8 E8>E1", "E9>E8 E1>E8", "E1>E8 E8>E9"})
    void a_note_under_a_record_that_was_merged_with_the_childs_is_the_childs_and_says_so(String merges) {
        Verdict verdict = check(merges, note("A", "agreed").about(carrying(null, "E9")));

        assertThat(verdict).isInstanceOf(Evidenced.class);
        assertThat(((Evidenced) verdict).note().why())
                .isEqualTo("It says so. It stands under a record that was merged with the child's.");
    }

    @Test
    void a_number_that_differs_only_by_a_merge_contradicts_nothing() {
        assertThat(check("", note("A", "agreed").about(carrying("L1", "E9")))).isInstanceOf(Unclear.class);
        assertThat(check("E9>E1", note("A", "agreed").about(carrying("L1", "E9"))))
                .isInstanceOf(Evidenced.class);
    }

    @Test
    void a_number_of_somebody_else_still_contradicts() {
        assertThat(check("E9>E1", note("A", "agreed").about(carrying("L9", "E9"))))
                .isInstanceOf(Unclear.class);
        Child stranger = new Child(null, new EhmId("E9"), null, null, "Hall", "Ava", LocalDate.of(2011, 1, 1));
        assertThat(check("E9>E1", note("A", "agreed").about(stranger))).isInstanceOf(Unclear.class);
        assertThat(check("E9>E8", note("A", "agreed").about(carrying(null, "E9"))))
                .isInstanceOf(NotEvidenced.class);
    }

    @Test
    void a_refusal_under_a_merged_record_takes_an_agreement_back() {
        Notes agreed = note("A", "agreed").daysBefore(9);
        Notes refused = note("B", "refused").about(carrying(null, "E9"));

        assertThat(check("", agreed, refused)).isInstanceOf(Evidenced.class);
        assertThat(check("E9>E1", agreed, refused)).isInstanceOf(NotEvidenced.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreed", "refused", "nothing"})
    void while_nobody_knows_where_the_childs_record_went_it_is_asked_whatever_the_notes_say(String text) {
        for (Notes note : List.of(note("A", text), note("A", text).about(carrying(null, "E9")))) {
            Unclear verdict = (Unclear) check("E1>E8 E8>", note);
            assertThat(verdict.question())
                    .isEqualTo("EHM record E8 was merged on 5 October 2026, but into which record is not known: under"
                            + " which does the child stand now?");
            assertThat(verdict.considered()).extracting(Considered::counts).containsExactly(false);
        }
        assertThat(((Unclear) check("L1>")).question()).startsWith("LCS record L1 was merged on 5 October 2026");
    }

    @Test
    void merges_that_lead_in_a_circle_are_not_followed_but_asked_about() {
        Unclear verdict = (Unclear) check("E1>E9 E9>E1", note("A", "agreed").about(carrying(null, "E9")));
        assertThat(verdict.question())
                .isEqualTo("EHM record E1 was merged on 5 October 2026 in a circle that leads back to it: under which"
                        + " record does the child stand now?");
    }

    @Test
    void a_note_whose_record_went_nobody_knows_where_is_a_question_when_anything_else_agrees() {
        Child byNhs = new Child(null, new EhmId("E9"), new NhsNumber("9434765919"), null, "", "", null);
        assertThat(((Unclear) check("E9>", note("A", "agreed").about(byNhs))).question())
                .contains("another is of a record that was merged nobody knows where");
        assertThat(((Unclear) check("E9>", note("A", "agreed").about(carrying(null, "E9")))).question())
                .contains("name and date of birth agree");
        Child stranger = new Child(null, new EhmId("E9"), null, null, "Hall", "Ava", LocalDate.of(2011, 1, 1));
        assertThat(check("E9>", note("A", "agreed").about(stranger))).isInstanceOf(NotEvidenced.class);
    }

    /** The verdict about Oliver where records were merged: {@code E9>E1} into E1, {@code E9>} nobody knows where. */
    private static Verdict check(String merges, Notes... notes) {
        NoteReader reader = (note, question) -> new Reading(
                switch (note.text()) {
                    case "agreed" -> Says.AGREED;
                    case "refused" -> Says.REFUSED;
                    default -> Says.SILENT;
                },
                "It says so.",
                List.of());
        List<Merge> all = Stream.of(merges.split(" ", -1))
                .filter(merge -> !merge.isEmpty())
                .map(MergedRecordsTest::merge)
                .toList();
        return new EvidenceCheck(reader)
                .check(
                        Notes.request(OLIVER),
                        Notes.REQUESTED,
                        Notes.rule(),
                        new FoundNotes(Stream.of(notes).map(Notes::build).toList(), Merges.of(all)));
    }

    private static Merge merge(String text) {
        int arrow = text.indexOf('>');
        String into = text.substring(arrow + 1);
        return new Merge(id(text.substring(0, arrow)), LocalDate.of(2026, 10, 5), into.isEmpty() ? null : id(into));
    }

    private static PersonId id(@Nullable String text) {
        return text != null && text.startsWith("L") ? new LcsId(text) : new EhmId("" + text);
    }
}
