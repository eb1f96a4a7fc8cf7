package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.Stepbridge;
import org.stepbridge.bench.Truth;
import org.stepbridge.casework.PackChanges;
import org.stepbridge.model.Authority;
import org.stepbridge.operations.generate.GenerateCommand;

/** A changed pack is put in force while the whole program takes files in. */
class ActivationWhileBusyIT {
    private static final Authority ROTHERHAM = new Authority("rotherham");
    private static final int REQUESTS = 300;
    private static final int PORTIONS = 8;
    private static final String BEFORE = "Sent to the Locality Manager's tray to be allocated.";
    private static final String AFTER = "Sent to the Locality Manager's tray, by the protocol of 2027.";

    @TempDir
    Path folder;

    private JdbcClient ledger;

    @Test
    void what_was_decided_keeps_its_decision_what_comes_after_gets_the_new_one_and_nothing_is_lost() throws Exception {
        Path exports = folder.resolve("exports");
        GenerateCommand.run(
                List.of("--requests", "" + REQUESTS, "--seed", "5", "--out", exports.toString()), System.out);
        List<Path> portions = Portions.of(exports, folder.resolve("portions"), PORTIONS);
        Path mappings = Mappings.rotherham(folder);
        try (Servers servers = new Servers(folder);
                Home home = new Home(folder.resolve("home"), servers.settings());
                ConfigurableApplicationContext program = program(servers, home, mappings)) {
            ledger = JdbcClient.create(new DriverManagerDataSource(servers.database()));
            drop(home, portions.subList(0, 4));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> !decided(BEFORE).isEmpty());
            drop(home, portions.subList(4, 6)); // so that the inboxes are not empty while it is put in force
            Map<String, String> before = standing();
            activate(program.getBean(PackChanges.class), mappings);
            Set<String> seen = new TreeSet<>(standing().keySet());
            drop(home, portions.subList(6, PORTIONS));
            Awaitility.await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
                assertThat(home.unread()).isEmpty();
                assertThat(count("request")).isEqualTo(REQUESTS);
                assertThat(count("request where recheck or state = 'waiting-for-evidence'"))
                        .isZero();
                assertThat(count("delivery where state in ('pending', 'sending')"))
                        .isZero();
            });

            Map<String, String> after = standing();
            assertThat(after).as("what was decided stays").containsAllEntriesOf(before);
            after.keySet().removeAll(seen);
            after.keySet().removeAll(undecidedThen(portions.subList(0, 6)));
            assertThat(after.values())
                    .as("what came after it was put in force")
                    .isNotEmpty()
                    .allMatch(decision -> decision.endsWith(" 2027"));
            assertThat(decided(BEFORE)).isNotEmpty().allMatch(version -> version.equals("2021.1"));
            assertThat(decided(AFTER)).isNotEmpty().allMatch(version -> version.equals("2027"));
            assertThat(count("intake_file where rows_done <> accepted + repeated + rejected"))
                    .isZero();
            assertThat(Truth.read(exports.resolve("truth.csv")).wrong(servers.delivered(home)))
                    .isEmpty();
        }
    }

    private static void activate(PackChanges changes, Path mappings) throws IOException {
        Path protocol = mappings.resolve("rotherham/protocol.yaml");
        Files.writeString(
                protocol,
                Files.readString(protocol)
                        .replace("protocolVersion: \"2021.1\"", "protocolVersion: \"2027\"")
                        .replace(BEFORE, AFTER));
        String content = changes.standing(ROTHERHAM).changed().orElseThrow().contentHash();
        assertThat(changes.activate(ROTHERHAM, content, "user:it", "the framework of 2027"))
                .isEqualTo(PackChanges.ActResult.DONE);
    }

    private static ConfigurableApplicationContext program(Servers servers, Home home, Path mappings) {
        List<String> args = new ArrayList<>(List.of(
                "--stepbridge.home=" + home.path(),
                "--stepbridge.mappings=" + mappings,
                "--stepbridge.intake.settle=100ms",
                "--server.port=0"));
        servers.settings().forEach((name, value) -> args.add("--" + name + "=" + value));
        return SpringApplication.run(Stepbridge.class, args.toArray(String[]::new));
    }

    private static void drop(Home home, List<Path> portions) throws IOException {
        for (Path portion : portions) {
            home.drop(portion);
        }
    }

    /** Each request that nothing is waited for any more, with the decision that stands and the protocol it was made by. */
    private Map<String, String> standing() {
        Map<String, String> all = new TreeMap<>();
        ledger.sql("""
                        select r.source_id, d.id || ' ' || d.protocol_version as decision
                        from request r join decision d on d.id = r.decision_id
                        where r.state not in ('received', 'waiting-for-evidence', 'held')""").query(row -> {
            all.put(row.getString("source_id"), row.getString("decision"));
        });
        return all;
    }

    /** The ids of the requests in files that were dropped before it was put in force. */
    private static Set<String> undecidedThen(List<Path> portions) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (Path portion : portions) {
            try (var files = Files.list(portion)) {
                for (Path file : files.filter(
                                each -> !each.getFileName().toString().startsWith("ehm-notes"))
                        .toList()) {
                    Files.readAllLines(file).stream()
                            .map(line -> line.split(",", 2)[0].replace("\"", ""))
                            .forEach(ids::add);
                }
            }
        }
        return ids;
    }

    /** The versions of the protocol by which requests that stand were decided in these words. */
    private List<String> decided(String sentence) {
        return ledger.sql("""
                        select distinct d.protocol_version from request r join decision d on d.id = r.decision_id
                        where d.sentence = ?""").param(sentence).query(String.class).list();
    }

    private long count(String rows) {
        return ledger.sql("select count(*) from " + rows).query(Long.class).single();
    }
}
