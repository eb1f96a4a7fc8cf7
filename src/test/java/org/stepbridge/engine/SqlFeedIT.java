package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.operations.generate.GenerateCommand;

/** A council's views in a database of their own end in the same ledger as its exports, whatever happens on the way. */
class SqlFeedIT {
    private static final int REQUESTS = 300;
    private static final List<String> EVERYTHING = List.of(
            "select reached::text from watermark",
            "select concat_ws('|', note_id, encode(content_hash, 'hex'), problem) from note order by note_id",
            "select concat_ws('|', r.source, r.source_id, r.version, encode(r.content_hash, 'hex'), r.state, r.urgent,"
                    + " v.payload, d.sentence, d.evidence) from request r join decision d on d.id = r.decision_id"
                    + " join request_version v on v.request_id = r.id and v.version = r.version"
                    + " order by r.source, r.source_id");

    @TempDir
    Path folder;

    private final CouncilViews council = new CouncilViews();
    private final JdbcClient views = JdbcClient.create(new DriverManagerDataSource(council.url()));

    /** That the first run's ledger is the one that exports give, {@link FormatsIT} shows. */
    @Test
    void polling_again_adds_nothing() throws Exception {
        council.fill(exports());
        try (Servers servers = new Servers(folder)) {
            Home home = new Home(folder.resolve("home"), council.settings(servers, folder));
            assertThat(home.run()).as(home.output()).isZero();
            List<String> first = ledger(servers);
            assertThat(first).hasSizeGreaterThan(2 * REQUESTS);
            assertThat(count(servers, "select count(*) from intake_file")).isEqualTo(3);

            // the second time it reads what is within the overlap only, and so another file with the same rows
            assertThat(home.run()).isZero();
            assertThat(ledger(servers)).isEqualTo(first);
            assertThat(home.output()).doesNotContain("ERROR");
            assertThat(adds(servers)).isTrue();
        }
    }

    @Test
    void new_and_changed_rows_come_and_late_ones_of_an_old_time_too() throws Exception {
        council.fill(exports());
        try (Servers servers = new Servers(folder)) {
            Home home = new Home(folder.resolve("home"), council.settings(servers, folder));
            assertThat(home.run()).as(home.output()).isZero();
            String last = "(select max(\"LoadedAt\") from lcs_transfers)";
            views.sql("update lcs_transfers set \"WorkRequired\" = 'Something else: six weekly sessions at home.',"
                            + " \"LoadedAt\" = " + last + " + interval '1 day' where \"TransferID\" ="
                            + " (select min(\"TransferID\") from lcs_transfers)")
                    .update();
            copy("TR-NEW", last + " + interval '1 day'");
            copy("TR-SAME-TIME", last);
            copy("TR-LATE", last + " - interval '1 day'");

            assertThat(home.run()).as(home.output()).isZero();

            assertThat(count(servers, "select count(*) from request")).isEqualTo(REQUESTS + 3);
            assertThat(count(servers, "select count(*) from request_version where version = 2"))
                    .isEqualTo(1);
            assertThat(adds(servers)).isTrue();
        }
    }

    @Test
    void killed_between_reading_and_taking_in_it_ends_as_undisturbed() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SqlFeedIT: seed=" + seed);
        Random random = new Random(seed);
        council.fill(exports());
        try (Servers servers = new Servers(folder)) {
            Home home = new Home(folder.resolve("home"), council.settings(servers, folder));
            for (int kill = 0; kill < Integer.getInteger("kills", 2); kill++) {
                Process process = home.start();
                int before = home.output().split("fetched", -1).length;
                while (process.isAlive() && home.output().split("fetched", -1).length == before) {
                    process.waitFor(20, TimeUnit.MILLISECONDS);
                }
                if (process.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS)) {
                    break;
                }
                process.destroyForcibly().waitFor();
            }
            assertThat(home.run()).as(home.output()).isIn(0, 3);

            assertThat(count(servers, "select count(*) from request")).isEqualTo(REQUESTS);
            assertThat(count(servers, "select count(*) from request_version where version > 1"))
                    .isZero();
            assertThat(count(servers, "select count(*) from note"))
                    .isEqualTo(views.sql("select count(*) from ehm_notes")
                            .query(Long.class)
                            .single());
            assertThat(adds(servers)).isTrue();
        }
    }

    private Path exports() {
        Path exports = folder.resolve("exports");
        assertThat(GenerateCommand.run(
                        List.of("--requests", "" + REQUESTS, "--seed", "7", "--out", exports.toString()), System.out))
                .isZero();
        return exports;
    }

    private void copy(String id, String loadedAt) {
        views.sql("create temp table one as select * from lcs_transfers order by \"TransferID\" desc limit 1;"
                        + " update one set \"TransferID\" = '" + id + "', \"LoadedAt\" = " + loadedAt
                        + "; insert into lcs_transfers select * from one")
                .update();
    }

    private static List<String> ledger(Servers servers) {
        List<String> lines = new ArrayList<>();
        EVERYTHING.forEach(
                sql -> lines.addAll(jdbc(servers).sql(sql).query(String.class).list()));
        return lines;
    }

    private static boolean adds(Servers servers) {
        return count(
                        servers,
                        "select count(*) from intake_file where rows_done <> accepted + repeated + rejected or state"
                                + " <> 'done'")
                == 0;
    }

    private static long count(Servers servers, String sql) {
        return jdbc(servers).sql(sql).query(Long.class).single();
    }

    private static JdbcClient jdbc(Servers servers) {
        return JdbcClient.create(new DriverManagerDataSource(servers.database()));
    }
}
