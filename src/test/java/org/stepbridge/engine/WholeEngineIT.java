package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.bench.Delivered;
import org.stepbridge.bench.Truth;
import org.stepbridge.operations.generate.GenerateCommand;
import org.stepbridge.testing.Program;

/** Exports in, every request at the right place: the main job, with real servers outside and inside. */
class WholeEngineIT {
    private static final int REQUESTS = 600;

    @TempDir
    Path folder;

    @Test
    void every_outcome_is_the_truth_and_running_again_adds_nothing() throws Exception {
        Path exports = exports(1);
        try (Servers servers = new Servers(folder)) {
            Home home = new Home(folder.resolve("home"), servers.settings());
            home.drop(exports);
            assertThat(home.run()).as(home.output()).isZero();
            Delivered first = servers.delivered(home);
            assertThat(Truth.read(exports.resolve("truth.csv")).wrong(first)).isEmpty();
            assertThat(home.output()).contains("rows = accepted + repeated + rejected");
            assertThat(sumOfStates(servers)).isEqualTo(REQUESTS);

            home.drop(exports);
            assertThat(home.run()).isZero();
            Delivered again = servers.delivered(home);
            assertThat(again.returns()).hasSameSizeAs(first.returns());
            assertThat(again.allocations()).hasSameSizeAs(first.allocations());
            assertThat(again.mashMails()).hasSameSizeAs(first.mashMails());
            assertThat(again.hubMessages()).isEmpty();
            assertThat(sumOfStates(servers)).isEqualTo(REQUESTS);
        }
    }

    @Test
    void an_audit_that_somebody_changed_is_told_from_one_that_nobody_did() throws Exception {
        Path exports = exports(3);
        try (Servers servers = new Servers(folder)) {
            Home home = new Home(folder.resolve("home"), servers.settings());
            home.drop(exports);
            assertThat(home.run()).as(home.output()).isZero();
            assertThat(home.run("audit", "verify")).as(home.output()).isZero();
            assertThat(home.output())
                    .containsPattern("audit: whole\\. [1-9]\\d{2,} entries are as they were sealed, 0 are");

            jdbc(servers)
                    .sql("alter table audit disable trigger user; update audit set detail = 'x' where id = 7")
                    .update();
            assertThat(home.run("audit", "verify")).as(home.output()).isEqualTo(4);
            assertThat(home.output()).contains("audit: BROKEN. Entry 7 was changed.");
        }
    }

    @Test
    void without_notes_nothing_is_returned_and_when_they_come_everything_finishes() throws Exception {
        Path exports = exports(2);
        try (Servers servers = new Servers(folder)) {
            Home home = new Home(folder.resolve("home"), servers.settings());
            home.drop(exports);
            Path notes = only(home.inbox("ehm"), "ehm-notes");
            Path aside = Files.move(notes, folder.resolve(notes.getFileName()));
            assertThat(home.run()).as(home.output()).isZero();
            Delivered waiting = servers.delivered(home);
            assertThat(waiting.returns()).isEmpty();
            assertThat(waiting.allocations()).isEmpty();
            assertThat(waiting.mashMails()).isNotEmpty();
            assertThat(jdbc(servers)
                            .sql("select distinct sentence from decision d join request r on r.decision_id = d.id"
                                    + " where r.state = 'waiting-for-evidence'")
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .allMatch(sentence -> sentence.startsWith("Waits for the early help notes up to "));

            Files.move(aside, home.inbox("ehm").resolve(notes.getFileName()));
            assertThat(home.run()).isZero();
            assertThat(Truth.read(exports.resolve("truth.csv")).wrong(servers.delivered(home)))
                    .isEmpty();
        }
    }

    @Test
    void with_nothing_installed_the_samples_of_the_pack_end_as_they_should() throws Exception {
        Home home = new Home(folder.resolve("home"), java.util.Map.of());
        Program.dropSamples(home.path());
        assertThat(home.run()).as(home.output()).isZero();
        assertThat(home.output())
                .contains("URGENT ROT-")
                .contains("Mail is caught on loopback port")
                .containsPattern("sent-to-mash +5")
                .containsPattern("held +3");
        assertThat(MailCount.of(home.path().resolve("mail"))).isGreaterThan(5);
        // nothing personal in what it said
        assertThat(home.output()).doesNotContain("Younis", "Fatima", "9252457348", "E2100024");
    }

    private Path exports(int seed) {
        Path exports = folder.resolve("exports");
        int code = GenerateCommand.run(
                List.of("--requests", "" + REQUESTS, "--seed", "" + seed, "--out", exports.toString()), System.out);
        assertThat(code).isZero();
        return exports;
    }

    private static Path only(Path inbox, String start) throws Exception {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static JdbcClient jdbc(Servers servers) {
        return JdbcClient.create(new DriverManagerDataSource(servers.database()));
    }

    private static long sumOfStates(Servers servers) {
        return jdbc(servers)
                .sql("select coalesce(sum(n), 0) from (select count(*) n from request group by state) s")
                .query(Long.class)
                .single();
    }
}
