package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.AuditChain.Verification;
import org.stepbridge.casework.AuditTrail.Line;
import org.stepbridge.casework.AuditTrail.Wanted;
import org.stepbridge.casework.Home;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** Looking into the audit, on a real PostgreSQL. */
class AuditTrailIT {
    private static final DataSource SOURCE = TestDatabase.migrated();
    private static final String LOOKER = "user:auditor";

    private Instant now = MONDAY.plus(Duration.ofHours(2));
    private final LedgerParts parts = new LedgerParts(SOURCE, Given.packs(), Given.clock(() -> now));
    private final JdbcAuditTrail trail = new JdbcAuditTrail(parts.jdbc, parts.transaction, Given.clock(() -> now));

    @TempDir
    private Path home;

    @BeforeEach
    void empty() {
        parts.empty();
    }

    @Test
    void entries_are_found_by_a_childs_id_by_reference_and_by_who_made_them() {
        parts.take(Given.stepUp("S1", "E100", Map.of()), Given.stepUp("S2", "E200", Map.of()));
        String first = parts.reference("S1").value();
        String second = parts.reference("S2").value();
        entry("shire", "user:lena", "viewed", first);
        entry("shire", "user:ravi", "viewed", second);
        assertThat(find("e100", "", ""))
                .isNotEmpty()
                .allMatch(line -> line.reference().equals(first));
        assertThat(find("", second, ""))
                .isNotEmpty()
                .allMatch(line -> line.reference().equals(second));
        assertThat(find("", "", "lena")).extracting(Line::reference).containsExactly(first);
        assertThat(find("e100", "", "ravi")).isEmpty();
        assertThat(find("e999", "", "")).isEmpty();
        assertThat(find("100", "", "")).as("a part of an id").isEmpty();
    }

    @Test
    void entries_of_other_authorities_are_not_found_and_those_of_none_only_where_asked_for() {
        entry("elsewhere", "user:lena", "viewed", "");
        entry("", "user:lena", "signed-in", "");
        assertThat(find("", "", "lena")).isEmpty();
        assertThat(trail.find(wanted(true, "lena", null, null), LOOKER, Long.MAX_VALUE, 9))
                .extracting(Line::action)
                .containsExactly("signed-in");
    }

    @Test
    void a_time_has_its_entries_whether_they_are_sealed_or_not() {
        JdbcAuditChain chain = new JdbcAuditChain(
                parts.jdbc, parts.transaction, new AuditHead(new Home(home)), Given.clock(() -> now));
        for (int day = 0; day < 5; day++) {
            entry("shire", "user:lena", "day-" + day, "");
            if (day != 2 && day != 4) {
                chain.seal();
            }
            now = now.plus(Duration.ofDays(1));
        }
        for (int day = 0; day < 5; day++) {
            Instant from = MONDAY.plus(Duration.ofDays(day));
            assertThat(trail.find(
                            wanted(false, "lena", from, from.plus(Duration.ofDays(1))), LOOKER, Long.MAX_VALUE, 9))
                    .extracting(Line::action)
                    .containsExactly("day-" + day);
        }
        assertThat(trail.find(wanted(false, "lena", now, null), LOOKER, Long.MAX_VALUE, 9))
                .isEmpty();
    }

    @Test
    void pages_follow_each_other_without_a_gap_while_new_entries_are_made() {
        for (int i = 0; i < 7; i++) {
            entry("shire", "user:lena", "a" + i, "");
        }
        List<Line> first = trail.find(wanted(false, "lena", null, null), LOOKER, Long.MAX_VALUE, 3);
        entry("shire", "user:lena", "new", "");
        List<Line> second = trail.find(
                wanted(false, "lena", null, null), LOOKER, first.get(2).id(), 3);
        assertThat(first).extracting(Line::action).containsExactly("a6", "a5", "a4");
        assertThat(second).extracting(Line::action).containsExactly("a3", "a2", "a1");
    }

    @Test
    void whoever_looks_is_noted_without_the_childs_id() {
        trail.find(new Wanted(List.of(SHIRE), false, "E100", "SHI-2026-000001", "lena", MONDAY, null), LOOKER, 99, 1);
        trail.export(wanted(false, "", null, null), LOOKER, 1);
        trail.verified(LOOKER, new Verification(7, 0, "Entry 8 was changed."));
        assertThat(find("", "", "auditor"))
                .extracting(line -> line.action() + "|" + line.reference() + "|" + line.detail())
                .containsExactly(
                        "searched-audit||by auditor",
                        "exported-audit||",
                        "searched-audit|SHI-2026-000001|by a person id, by lena, from " + MONDAY);
        assertThat(trail.find(wanted(true, "auditor", null, null), LOOKER, Long.MAX_VALUE, 9))
                .extracting(Line::detail)
                .contains("Entry 8 was changed.");
    }

    private List<Line> find(String person, String reference, String user) {
        return trail.find(
                new Wanted(List.of(SHIRE), false, person, reference, user, null, null), LOOKER, Long.MAX_VALUE, 99);
    }

    private static Wanted wanted(boolean program, String user, @Nullable Instant from, @Nullable Instant until) {
        return new Wanted(List.of(SHIRE), program, "", "", user, from, until);
    }

    private void entry(String authority, String actor, String action, String reference) {
        AuditLog.add(parts.jdbc, now, authority, actor, action, reference, "");
    }
}
