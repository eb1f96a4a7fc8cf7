package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A council that exports which persons were merged has their notes found, and nothing returned for want of a merge. */
class MergesFeedIT {
    private static final String FEED = """

              person-merges:
                title: Merged persons
                kind: person-merges
                uri: file:inbox/rotherham/lcs
                fileName: '^person-merges-(?<stamp>\\d{8}T\\d{4})\\.csv$'
                extractTime: yyyyMMdd'T'HHmm
                after: []
                content: full
                headerOnly: true
                silence: 36 hours
                columns:
                  lcsPersonId: { headers: [LCSPersonID] }
                  ehmPersonId: { headers: [EHMPersonID] }
                  intoLcsPersonId: { headers: [IntoLCSPersonID] }
                  intoEhmPersonId: { headers: [IntoEHMPersonID] }
                  mergedOn: { headers: [MergedOn], required: true, type: date, patterns: [dd/MM/yyyy] }
            """;
    private static final String SAMPLES = "mappings/rotherham/samples/";
    private static final String STAMP = "-20261120T0600.csv";

    @TempDir
    Path folder;

    @Test
    void notes_under_merged_records_are_found_and_where_nobody_knows_the_survivor_it_is_asked() throws Exception {
        try (Servers servers = new Servers(folder)) {
            Map<String, String> settings = new HashMap<>(servers.settings());
            settings.put("stepbridge.mappings", mappings().toString());
            Home home = new Home(folder.resolve("home"), settings);
            // the first child's request names records that were since merged, and its notes stand under the survivor
            drop(home, "lcs", "lcs-transfers", "L5100001,E2100001,9241355018,L370200011000", "L7000001,E7000001,,");
            drop(home, "ehm", "ehm-notes", "", "");
            String heading = "LCSPersonID,EHMPersonID,IntoLCSPersonID,IntoEHMPersonID,MergedOn\n";
            Files.writeString(
                    home.inbox("lcs").resolve("person-merges" + STAMP),
                    heading + "L7000001,E7000001,L7000002,,02/11/2026\nL7000002,,L5100001,,03/11/2026\n");
            assertThat(home.run()).as(home.output()).isZero();
            assertThat(request(servers)).startsWith("held|EHM record E7000001 was merged on 2 November 2026");

            Files.writeString(
                    home.inbox("lcs").resolve("person-merges-20261120T0700.csv"),
                    heading + "L7000001,E7000001,L7000002,E2100001,02/11/2026\nL7000002,,L5100001,,03/11/2026\n");
            assertThat(home.run()).as(home.output()).isZero();
            assertThat(request(servers)).startsWith("allocated|");
            assertThat(jdbc(servers)
                            .sql("select concat_ws('|', kind, accepted, repeated, rejected, state) from intake_file"
                                    + " where feed = 'person-merges' order by id")
                            .query(String.class)
                            .list())
                    .containsExactly("merges|2|0|0|done", "merges|1|1|0|done");
            assertThat(home.output()).doesNotContain("E7000001", "L7000002", "ERROR");
        }
    }

    private static String request(Servers servers) {
        return jdbc(servers)
                .sql("select r.state || '|' || d.sentence from request r join decision d on d.id = r.decision_id"
                        + " where r.source_id = 'TR1000001'")
                .query(String.class)
                .single();
    }

    private static JdbcClient jdbc(Servers servers) {
        return JdbcClient.create(new DriverManagerDataSource(servers.database()));
    }

    private static void drop(Home home, String system, String feed, String from, String to) throws IOException {
        String text = Files.readString(Path.of(SAMPLES + system, feed + STAMP));
        assertThat(text).contains(from);
        Files.write(
                home.inbox(system).resolve(feed + STAMP), text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    /** Rotherham's pack with the feed of merges. */
    private Path mappings() throws Exception {
        Path mappings = Mappings.rotherham(folder);
        Path feeds = mappings.resolve("rotherham/feeds.yaml");
        Files.writeString(
                feeds,
                Files.readString(feeds)
                                .replace(
                                        "after: [ehm-notes, ehm-stepups]",
                                        "after: [ehm-notes, ehm-stepups, person-merges]")
                        + FEED);
        return mappings;
    }
}
