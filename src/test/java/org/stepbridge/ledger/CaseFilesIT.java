package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;
import static org.stepbridge.testing.Given.coWorking;
import static org.stepbridge.testing.Given.note;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.casework.Deed;
import org.stepbridge.model.Answer;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** The file of a request on a real PostgreSQL. */
class CaseFilesIT {
    private static final DataSource SOURCE = TestDatabase.migrated();

    private Instant now = MONDAY.plus(Duration.ofHours(13));
    private final Clock clock = Given.clock(() -> now);
    private final LedgerParts parts = new LedgerParts(SOURCE, Given.packs(), clock);
    private final JdbcCaseFiles files =
            new JdbcCaseFiles(parts.jdbc, parts.transaction, new CaseParts(parts.jdbc), clock);

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void a_held_request_stands_there_with_its_question_and_the_notes_that_were_considered() {
        Reference reference = held();

        CaseFile file = open(reference);

        assertThat(file.standing().state()).isEqualTo(RequestState.HELD);
        assertThat(file.request()).isEqualTo(coWorking("T1", "E1"));
        assertThat(file.ruling().decision().outcome()).isInstanceOf(Outcome.Held.class);
        assertThat(file.ruling().decision().evidence()).isNotNull();
        assertThat(file.notes()).containsExactly(note("N1", "E1", "unsure"));
        assertThat(file.timeline()).extracting(CaseFile.Entry::action).contains("decided");
    }

    @Test
    void what_a_person_settled_stands_there_with_all_that_followed() {
        Reference reference = held();
        now = now.plus(Duration.ofMinutes(5));
        parts.actions.perform(
                new Deed(
                        UUID.randomUUID(),
                        "user:jo",
                        Set.of(SHIRE),
                        reference,
                        0,
                        "I asked.",
                        new Action.Settle(new Answer.UseNote("N1"))),
                parts.caseworker);

        CaseFile file = open(reference);

        assertThat(file.standing().state()).isEqualTo(RequestState.ALLOCATED);
        assertThat(file.follows().deliveries()).isNotEmpty();
        assertThat(file.timeline().stream()
                        .filter(entry -> entry.actor().equals("user:jo"))
                        .map(CaseFile.Entry::detail))
                .anyMatch(detail -> detail.endsWith(": I asked."));
        assertThat(file.timeline()).isSortedAccordingTo(Comparator.comparing(CaseFile.Entry::at));
    }

    @Test
    void every_view_is_audited_before_anything_is_shown_and_is_listed_apart() {
        Reference reference = held();

        assertThat(open(reference).views()).hasSize(1);
        CaseFile again = open(reference);

        assertThat(again.views()).extracting(CaseFile.Entry::actor).containsExactly("user:kit", "user:kit");
        assertThat(again.timeline()).extracting(CaseFile.Entry::action).doesNotContain("viewed");
    }

    @Test
    void a_request_of_another_authority_is_not_there_and_no_view_is_audited() {
        Reference reference = held();

        assertThat(files.open(reference, List.of(new Authority("elsewhere")), "user:kit"))
                .isEmpty();
        assertThat(files.open(reference, List.of(), "user:kit")).isEmpty();

        assertThat(parts.jdbc
                        .sql("select count(*) from audit where action = 'viewed'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private CaseFile open(Reference reference) {
        return files.open(reference, List.of(SHIRE), "user:kit").orElseThrow();
    }

    private Reference held() {
        parts.notes(now, note("N1", "E1", "unsure"));
        parts.take(coWorking("T1", "E1"));
        return parts.reference("T1");
    }
}
