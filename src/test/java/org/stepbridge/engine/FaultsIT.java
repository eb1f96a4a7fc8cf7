package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.bench.Truth;
import org.stepbridge.operations.generate.GenerateCommand;

/**
 * The program as processes against real servers: killed as by {@code kill -9} at random moments and at the named ones of
 * {@link KillPoint} and {@link FilePoint}, now and then together with its database or with its disk full, while requests
 * arrive, the mail server misbehaves and connections break or are slow, it keeps its promises and ends as undisturbed. The short form, over fewer requests, runs with all other tests; {@code bin/faults} runs the
 * long one.
 * {@code -Dfaults.kills}, {@code -Dfaults.requests} and {@code -Dseed} say how; the seed is printed.
 */
class FaultsIT {
    private static final int KILLS = Integer.getInteger("faults.kills", 16);
    private static final int REQUESTS = Integer.getInteger("faults.requests", KILLS < 100 ? 200 : 500);
    private static final int LANES = 2;
    private static final int DROPS = Math.max(12, Math.min(100, KILLS / LANES));

    @TempDir
    Path folder;

    @Test
    void killed_at_random_moments_under_load_it_keeps_its_promises_and_ends_as_undisturbed() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        long began = System.nanoTime();
        Path exports = folder.resolve("exports");
        GenerateCommand.run(
                List.of("--requests", "" + REQUESTS, "--seed", "7", "--out", exports.toString()), System.out);
        List<Path> portions = Portions.of(exports, folder.resolve("portions"), DROPS);
        Truth truth = Truth.read(exports.resolve("truth.csv"));
        Path quietly = folder.resolve("undisturbed");
        Load load = new Load(portions, truth, Undisturbed.state(quietly, portions, truth));
        assertThat(load.undisturbed().get("request")).hasSize(REQUESTS);
        long quiet = System.nanoTime();
        Map<String, Integer> tally = new ConcurrentSkipListMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < LANES; i++) {
            int kills = KILLS / LANES;
            // so that they come to different moments even when they are few
            int firstTrap = Math.floorMod(seed, 100) + i * (kills / 2);
            Lane lane = new Lane(folder.resolve("lane-" + i), load, tally, new Random(seed + i));
            running.add(threads.submit(() -> lane.run(kills, firstTrap)));
        }
        for (Future<?> lane : running) {
            lane.get();
        }
        threads.shutdown();
        System.out.printf(
                "FaultsIT: seed=%d %s over %d requests in %d lanes; %d s, %d of them undisturbed%n",
                seed, tally, REQUESTS, LANES, seconds(began, System.nanoTime()), seconds(began, quiet));
        assertThat(tally.get(Lane.KILLS)).isGreaterThanOrEqualTo(KILLS / LANES * LANES);
        assertThat(tally)
                .containsKeys(Lane.DATABASE_KILLS, Lane.FULL_DISKS)
                .as("named moments that were come to")
                .hasSizeGreaterThan(4);
        assertThat(tally.get(Lane.DELAYS)).as("pieces that were delayed").isPositive();
    }

    /** From the moment that an export lies in the inbox to the moment that the mail server has taken the email. */
    @Test
    void a_step_up_is_with_the_mail_server_within_two_seconds_of_its_export() throws Exception {
        Path exports = folder.resolve("exports");
        GenerateCommand.run(List.of("--requests", "200", "--seed", "9", "--out", exports.toString()), System.out);
        List<Path> portions = Portions.of(exports, folder.resolve("portions"), 20);
        try (FaultyServers servers = new FaultyServers(folder);
                Home home = new Home(folder.resolve("home"), servers.settings())) {
            home.drop(portions.get(0));
            Process process = home.serve();
            Lane.await(home, servers, process);
            List<Long> millis = new ArrayList<>();
            for (Path portion : portions.subList(1, portions.size())) {
                for (Path stepUps : stepUps(portion)) {
                    millis.add(latency(home, servers, stepUps));
                }
            }
            Collections.sort(millis);
            System.out.printf(
                    "FaultsIT: from file drop to SMTP acceptance, idle: median %d ms, slowest %d ms of %d%n",
                    millis.get(millis.size() / 2), millis.get(millis.size() - 1), millis.size());
            assertThat(millis.get(millis.size() / 2)).isLessThanOrEqualTo(2000);
        }
    }

    /** The portion's export of step-ups; the last portions have none. */
    private static List<Path> stepUps(Path portion) throws IOException {
        try (Stream<Path> files = Files.list(portion)) {
            return files.filter(file -> file.getFileName().toString().startsWith("ehm-stepups"))
                    .toList();
        }
    }

    private static long latency(Home home, FaultyServers servers, Path stepUps) throws Exception {
        int before = servers.mail.takenAt.size();
        Path inbox = home.inbox("ehm");
        Path hidden = Files.copy(stepUps, inbox.resolve("." + stepUps.getFileName() + ".part"));
        long dropped = System.nanoTime();
        Files.move(hidden, inbox.resolve(stepUps.getFileName()));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> servers.mail.takenAt.size() > before && servers.idle());
        return TimeUnit.NANOSECONDS.toMillis(servers.mail.takenAt.get(before) - dropped);
    }

    private static long seconds(long from, long to) {
        return TimeUnit.NANOSECONDS.toSeconds(to - from);
    }
}
