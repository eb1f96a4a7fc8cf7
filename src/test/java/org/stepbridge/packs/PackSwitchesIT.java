package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.Pack;
import org.stepbridge.evidence.EvidenceCheck;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.Details;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;
import org.stepbridge.protocol.Ruling;
import org.stepbridge.testing.SimpleReader;

/** What a council may switch in its pack without another rule. */
class PackSwitchesIT {
    private static final Instant NOW = Instant.parse("2026-11-16T10:00:00Z");

    @TempDir
    Path temp;

    @Test
    void DER_10_early_help_works_with_level_3_where_the_list_says_so() {
        PackCopy pack = PackCopy.of("derby", temp);
        assertThat(outcome(pack.load(), "complex")).isEqualTo(new Outcome.ForMash(false));

        pack.edit("protocol.yaml", "workedByEarlyHelp: [emerging]", "workedByEarlyHelp: [emerging, complex]");

        assertThat(outcome(pack.load(), "complex")).isEqualTo(new Outcome.Allocated("Early help team"));
        assertThat(outcome(pack.load(), "child-protection")).isEqualTo(new Outcome.ForMash(true));
    }

    private static Outcome outcome(Pack pack, String level) {
        Request request = new Request(
                new Authority("derby"),
                SourceSystem.LCS,
                "C1",
                "early-help-case",
                new Child(null, null, null, null, "", "", null),
                "",
                NOW,
                new Details(Map.of("level", level)));
        return new Ruling(new EvidenceCheck(new SimpleReader()))
                .decide(pack.protocol(), request, List.of(), FoundNotes.NONE, NOW, List.of(), NOW)
                .outcome();
    }
}
