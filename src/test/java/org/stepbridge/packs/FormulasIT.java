package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepbridge.casework.Mapping.Computed;
import org.stepbridge.casework.Pack;

class FormulasIT {
    private static final String FEED = "    columns:\n      sourceId: { headers: [TransferID]";

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "row.team + '/' + row.locality > North 2/North",
                "row.team.startsWith('North') ? 'North' : row.locality > North",
                "row.programme == '' ? 'none' : row.programme > none",
                "after(row.planType, ') ') > CIN",
                "before(row.planType, ')') > a",
                "after(row.locality, '|') > North",
                "lower(row.team) > north 2",
                "row.team in ['North 1', 'North 2'] && !row.team.contains('x') ? 'yes' : 'no' > yes"
            })
    void a_formula_works_a_field_out_from_others(String formula, String expected) {
        Pack pack = PackCopy.of("rotherham", temp)
                .edit("feeds.yaml", FEED, "    computed: { area: \"" + formula + "\" }\n" + FEED)
                .load();
        Computed area = pack.feeds().stream()
                .filter(feed -> feed.id().equals("lcs-transfers"))
                .findFirst()
                .orElseThrow()
                .mapping()
                .computed()
                .get("area");
        Map<String, String> row = Map.of("team", "North 2", "locality", "North", "planType", "a) CIN");

        assertThat(area.of(field -> row.getOrDefault(field, ""))).isEqualTo(expected);
    }
}
