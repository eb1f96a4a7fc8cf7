package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.Feed;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.Merge;

/** Rows of merged persons. */
class MergeRowsIT {
    private static final Feed MERGES = Feeds.merges();
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    @TempDir
    Path home;

    @Test
    void a_row_says_a_merge_in_each_system_whose_number_it_gives_and_into_what_if_it_knows() {
        Inbox inbox = take("L1,E1,L2,E2,05/10/2026", "L3,,,,05/10/2026", ",E4,,E5,05/10/2026");

        assertThat(inbox.ledger.merges)
                .containsExactlyInAnyOrder(
                        new Merge(new LcsId("L1"), DAY, new LcsId("L2")),
                        new Merge(new EhmId("E1"), DAY, new EhmId("E2")),
                        new Merge(new LcsId("L3"), DAY, null),
                        new Merge(new EhmId("E4"), DAY, new EhmId("E5")));
        assertThat(inbox.ledger.file().trouble).isEmpty();
    }

    @Test
    void a_row_that_cannot_be_read_is_reported_and_the_file_does_not_count_as_sound() {
        Inbox inbox = take(
                ",E1,,E2,05/10/2026",
                ",,,E2,05/10/2026",
                ",,,,05/10/2026",
                ",E3,,E4,",
                ",E3,,1.23E+11,05/10/2026",
                ",E3,L4,,05/10/2026",
                ",E3,,E4,31/02/2026");

        assertThat(inbox.ledger.merges).hasSize(1);
        assertThat(inbox.ledger.file().accepted).isEqualTo(1);
        assertThat(inbox.ledger.file().rejectedRows)
                .extracting(row -> row.row() + " " + row.problem())
                .satisfiesExactly(
                        row -> assertThat(row)
                                .isEqualTo("3 It says into which EHM record, but not which one was merged."),
                        row -> assertThat(row)
                                .isEqualTo("4 It does not say which record was merged: no LCS and no EHM number."),
                        row -> assertThat(row).startsWith("5 "),
                        row -> assertThat(row).startsWith("6 "),
                        row -> assertThat(row)
                                .isEqualTo("7 It says into which LCS record, but not which one was merged."),
                        row -> assertThat(row).startsWith("8 "));
        assertThat(inbox.ledger.file().trouble).startsWith("the merge in row 3 could not be read");
    }

    private Inbox take(String... rows) {
        Inbox inbox = new Inbox(home);
        String text = "LCSPersonID,EHMPersonID,IntoLCSPersonID,IntoEHMPersonID,MergedOn\n" + String.join("\n", rows);
        inbox.take(MERGES, inbox.put(MERGES, text + "\n"));
        return inbox;
    }
}
