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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.bench.Truth;
import org.stepbridge.dispatch.ScriptedSmtp.Act;
import org.stepbridge.operations.generate.GenerateCommand;

/**
 * The program as processes against real servers: killed as by {@code kill -9} at random moments and at the named ones of
 * {@link KillPoint} while requests arrive, the mail server misbehaves and connections break or are slow, it keeps its
 * promises and ends as undisturbed. The short form, over fewer requests, runs with all other tests; {@code bin/faults} runs the
 * long one.
 * {@code -Dfaults.kills}, {@code -Dfaults.requests} and {@code -Dseed} say how; the seed is printed.
 */
class FaultsIT {
    private static final int KILLS = Integer.getInteger("faults.kills", 16);
    private static final int REQUESTS = Integer.getInteger("faults.requests", KILLS < 100 ? 200 : 500);
    private static final int LANES = 2;
    private static final int DROPS = Math.max(12, Math.min(100, KILLS / LANES));
    /** In milliseconds, of each piece of talk; a transaction has dozens of them. */
    private static final int LONGEST_DELAY = 8;

    private static final List<Act> FAULTS = List.of(
            Act.REFUSE_SENDER,
            Act.GREYLIST,
            Act.REFUSE_AFTER_DATA,
            Act.DROP_BEFORE_DATA,
            Act.DROP_DURING_DATA,
            Act.DROP_AFTER_DOT,
            Act.CLOSE_AT_SECOND,
            Act.HANG_AFTER_DOT);

    private static final List<KillPoint> POINTS = List.of(KillPoint.values());

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
        Map<String, List<String>> undisturbed = undisturbed(portions, truth);
        long quiet = System.nanoTime();
        Map<KillPoint, Integer> reached = new ConcurrentSkipListMap<>();
        AtomicInteger delayed = new AtomicInteger();
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        List<Future<Integer>> running = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            Random random = new Random(seed + lane);
            Path own = folder.resolve("lane-" + lane);
            running.add(lanes.submit(() -> disturbed(own, portions, truth, undisturbed, reached, delayed, random)));
        }
        int kills = 0;
        for (Future<Integer> lane : running) {
            kills += lane.get();
        }
        lanes.shutdown();
        System.out.printf(
                "FaultsIT: seed=%d kills=%d %s delayed=%d over %d requests in %d lanes; %d s, %d of them undisturbed%n",
                seed,
                kills,
                reached,
                delayed.get(),
                REQUESTS,
                LANES,
                seconds(began, System.nanoTime()),
                seconds(began, quiet));
        assertThat(kills).isGreaterThanOrEqualTo(KILLS);
        assertThat(reached).as("named points that were come to").isNotEmpty();
        assertThat(delayed.get()).as("pieces that were delayed").isPositive();
    }

    private Map<String, List<String>> undisturbed(List<Path> portions, Truth truth) throws Exception {
        Path own = folder.resolve("undisturbed");
        try (FaultyServers servers = new FaultyServers(own);
                Home home = new Home(own.resolve("home"), servers.settings())) {
            for (Path portion : portions) {
                home.drop(portion);
            }
            assertThat(home.run()).as(home.output()).isZero();
            Map<String, List<String>> state = Promises.state(servers.jdbc());
            assertThat(state.get("request")).hasSize(REQUESTS);
            assertThat(Promises.broken(servers, home.outbox(), truth, state)).isEmpty();
            return state;
        }
    }

    /**
     * @param reached counts how often each point was come to
     * @param delayed counts the pieces of talk that were delayed
     */
    private static int disturbed(
            Path own,
            List<Path> portions,
            Truth truth,
            Map<String, List<String>> undisturbed,
            Map<KillPoint, Integer> reached,
            AtomicInteger delayed,
            Random random)
            throws Exception {
        try (FaultyServers servers = new FaultyServers(own);
                Home home = new Home(own.resolve("home"), servers.settings())) {
            servers.mail.each(() -> random.nextInt(4) == 0 ? FAULTS.get(random.nextInt(FAULTS.size())) : Act.TAKE);
            int kills = KILLS / LANES;
            int firstPoint = random.nextInt(POINTS.size());
            for (int kill = 0; kill < kills; kill++) {
                // more portions than kills, or fewer: they are spread over all of them
                int from = kill * portions.size() / kills;
                int to = (kill + 1) * portions.size() / kills;
                for (Path portion : portions.subList(from, to)) {
                    home.drop(portion);
                }
                if (kill % 2 == 0) {
                    kill(home, random);
                } else {
                    KillPoint point = POINTS.get((firstPoint + kill / 2) % POINTS.size());
                    int starts = home.starts();
                    Process process = home.serve();
                    works(home, starts, process);
                    if (kill % 4 == 1) {
                        servers.wires().forEach(wire -> wire.delay(LONGEST_DELAY, random));
                    } else {
                        cut(servers, home, process, random);
                    }
                    if (killAt(point, process, home, servers, random)) {
                        reached.merge(point, 1, Integer::sum);
                    }
                    servers.wires().forEach(CuttingProxy::mend);
                }
            }
            servers.mail.now(Act.TAKE);
            finish(home, servers);
            assertThat(Promises.broken(servers, home.outbox(), truth, undisturbed))
                    .as("what was promised and not kept")
                    .isEmpty();
            servers.wires().forEach(wire -> delayed.addAndGet(wire.delayed()));
            return kills;
        }
    }

    /** Every fourth one at any moment from its start, the others while it works. */
    private static void kill(Home home, Random random) throws Exception {
        int starts = home.starts();
        Process process = home.serve();
        if (random.nextInt(4) > 0) {
            works(home, starts, process);
        }
        process.waitFor(random.nextInt(2000), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    /** Waits until it has started to work. */
    private static void works(Home home, int starts, Process process) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (process.isAlive() && home.starts() == starts && System.nanoTime() < deadline) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertThat(process.isAlive()).as(home.output()).isTrue();
    }

    /** Ends its connections to one of the servers, and lets it have new ones a moment later. */
    private static void cut(FaultyServers servers, Home home, Process process, Random random) throws Exception {
        CuttingProxy broken = servers.wire(POINTS.get(random.nextInt(POINTS.size())).wire);
        broken.cut();
        process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
        broken.mend();
        assertThat(process.isAlive())
                .as("it outlives its connections: %s", home.output())
                .isTrue();
    }

    /**
     * Kills it when it comes to this point; or when there is nothing left for which it would.
     *
     * @return whether it came to the point
     */
    private static boolean killAt(KillPoint point, Process process, Home home, FaultyServers servers, Random random)
            throws Exception {
        CuttingProxy wire = servers.wire(point.wire);
        wire.killAt(point, 1 + random.nextInt(2), process);
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() > deadline || (home.unread().isEmpty() && servers.idle())) {
                wire.spare();
                process.destroyForcibly().waitFor();
                return false;
            }
        }
        return true;
    }

    /** Serves until nothing is left to do. */
    static void finish(Home home, FaultyServers servers) throws Exception {
        Process process = home.serve();
        await(home, servers, process);
        process.destroy();
        process.waitFor();
    }

    private static void await(Home home, FaultyServers servers, Process process) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline && !(home.unread().isEmpty() && servers.idle())) {
            assertThat(process.waitFor(100, TimeUnit.MILLISECONDS))
                    .as(home.output())
                    .isFalse();
        }
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
            await(home, servers, process);
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
