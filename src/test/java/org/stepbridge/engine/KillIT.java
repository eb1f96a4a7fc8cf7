package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.bench.BenchBroker;
import org.stepbridge.bench.Delivered;
import org.stepbridge.bench.HubQueue;
import org.stepbridge.bench.MailDump;
import org.stepbridge.bench.Truth;
import org.stepbridge.operations.generate.GenerateCommand;

/**
 * The program is killed as by {@code kill -9} at random moments of {@code run --once} and started again until it ends
 * by itself: the outputs are those of an undisturbed run. The number of kills is {@code -Dkills=N}; the moments come
 * from a printed seed.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID: *(<[^>]+>)");

    @TempDir
    Path folder;

    @Test
    void killed_at_random_moments_it_ends_as_undisturbed() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KillIT: kills=" + KILLS + " seed=" + seed);
        Random random = new Random(seed);
        Path exports = folder.resolve("exports");
        GenerateCommand.run(List.of("--requests", "2000", "--seed", "7", "--out", exports.toString()), System.out);
        try (Servers servers = new Servers(folder)) {
            Home home = new Home(folder.resolve("home"), servers.settings());
            home.drop(exports);
            kill(home, KILLS, random);
            int code = home.run();

            Delivered delivered = servers.delivered(home);
            Map<String, Integer> mails = messageIds(servers.mails());
            long uncertain = count(servers, "select count(*) from delivery where state = 'uncertain'");
            assertThat(code).as("3 only where a person must look into a notice").isEqualTo(uncertain == 0 ? 0 : 3);
            Delivered once = new Delivered(
                    delivered.returns(),
                    delivered.allocations(),
                    delivered.hubMessages(),
                    new ArrayList<>(new HashSet<>(delivered.mashMails())));
            assertThat(Truth.read(exports.resolve("truth.csv")).wrong(once)).isEmpty();
            // a step-up may come again, under the same Message-ID; each other mail came once or is uncertain
            long expected = count(servers, "select count(*) from delivery where channel like '%-email'");
            assertThat(mails.size()).isBetween((int) (expected - uncertain), (int) expected);
            assertThat(count(servers, "select count(*) from delivery where state in ('pending', 'sending', 'failed')"))
                    .isZero();
            assertThat(count(servers, "select count(*) from request")).isEqualTo(2000);
            assertThat(count(
                            servers,
                            "select count(*) from intake_file where rows_done <> accepted + repeated + rejected"
                                    + " or state <> 'done'"))
                    .isZero();
            assertThat(count(servers, "select count(*) from request_version where version > 1"))
                    .isZero();
        }
    }

    /** The servers that the program starts itself die or live on as they do after a kill; the next run deals with both. */
    @Test
    void killed_with_its_own_servers_it_ends_as_undisturbed() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        int kills = (KILLS + 1) / 2;
        System.out.println("KillIT, own servers: kills=" + kills + " seed=" + seed);
        Random random = new Random(seed);
        Path exports = folder.resolve("exports");
        GenerateCommand.run(List.of("--requests", "1000", "--seed", "8", "--out", exports.toString()), System.out);
        Home home = new Home(folder.resolve("home"), Map.of());
        home.drop(exports);
        kill(home, kills, random);
        int code = home.run();

        assertThat(code).as("3 only where a person must look into a notice").isIn(0, 3);
        List<String> stepUps = MailDump.stepUpIds(home.path().resolve("mail"));
        try (BenchBroker broker = new BenchBroker(home.path().resolve("artemis"))) {
            Delivered once = Delivered.from(
                    home.outbox(), HubQueue.drain(broker.url()), new ArrayList<>(new HashSet<>(stepUps)));
            assertThat(Truth.read(exports.resolve("truth.csv")).wrong(once)).isEmpty();
        }
    }

    /** Starts the program and kills it, so often or until it has ended before. */
    private static void kill(Home home, int times, Random random) throws Exception {
        for (int kill = 0; kill < times; kill++) {
            Process process = home.start();
            awaitWork(home, kill, process);
            if (process.waitFor(random.nextInt(2500), TimeUnit.MILLISECONDS)) {
                return;
            }
            process.destroyForcibly().waitFor();
        }
    }

    /** The moment counts from when the program has started to work, else most kills would hit its start only. */
    private static void awaitWork(Home home, int kill, Process process) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (process.isAlive()
                && home.output().split("Started Stepbridge", -1).length <= kill + 1
                && System.nanoTime() < deadline) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private static Map<String, Integer> messageIds(Path mails) throws Exception {
        Map<String, Integer> ids = new HashMap<>();
        try (Stream<Path> files = Files.list(mails)) {
            for (Path file : files.toList()) {
                Matcher found = MESSAGE_ID.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                while (found.find()) {
                    ids.merge(found.group(1), 1, Integer::sum);
                }
            }
        }
        return ids;
    }

    private static long count(Servers servers, String sql) {
        return JdbcClient.create(new DriverManagerDataSource(servers.database()))
                .sql(sql)
                .query(Long.class)
                .single();
    }
}
