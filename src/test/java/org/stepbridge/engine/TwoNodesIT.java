package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.bench.Truth;
import org.stepbridge.operations.generate.GenerateCommand;

/**
 * Two nodes share a database, a broker and the inbox, and one of them is killed every few seconds while requests arrive:
 * nothing is taken in or delivered twice, what the killed one had in hand is taken over, and all ends as undisturbed. The
 * short form runs with all other tests; {@code bin/faults nodes} runs the long one. {@code -Dnodes.seconds} says for how long,
 * {@code -Dseed} by which random moments.
 */
class TwoNodesIT {
    private static final int SECONDS = Integer.getInteger("nodes.seconds", 8);
    private static final int LONG = 60;
    private static final int REQUESTS = Math.min(1200, 30 * SECONDS);
    /** Each an export of either system. */
    private static final int DROPS = Math.min(60, 2 * SECONDS);
    /** In milliseconds, of each piece of the talk with the mail server: so much is in hand at any moment. */
    private static final int LONGEST_DELAY = 60;

    /** However slowly the nodes start. */
    private static final int LEAST_KILLS = Math.max(2, SECONDS / 12);

    private static final int SLOWEST_KILL = 2000;

    @TempDir
    Path folder;

    @Test
    void of_two_nodes_that_share_everything_one_is_killed_again_and_again_and_nothing_is_lost_or_doubled()
            throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Path exports = folder.resolve("exports");
        GenerateCommand.run(
                List.of("--requests", "" + REQUESTS, "--seed", "5", "--out", exports.toString()), System.out);
        List<Path> portions = Portions.of(exports, folder.resolve("portions"), DROPS);
        Truth truth = Truth.read(exports.resolve("truth.csv"));
        Map<String, List<String>> undisturbed =
                SECONDS < LONG ? Map.of() : Undisturbed.state(folder.resolve("undisturbed"), portions, truth);
        try (FaultyServers servers = new FaultyServers(folder);
                Home home = new Home(folder.resolve("home"), servers.settings())) {
            Process[] nodes = {home.serve(), home.serve()};
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> home.starts() == 2);
            Random random = new Random(seed);
            servers.wire(KillPoint.Wire.MAIL).delay(LONGEST_DELAY, random);
            long began = System.nanoTime();
            int kills = killInTurns(nodes, home, portions, random);
            servers.wire(KillPoint.Wire.MAIL).mend();
            long killed = System.nanoTime();
            Awaitility.await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> {
                assertThat(home.unread()).isEmpty();
                assertThat(servers.left()).isEmpty();
            });
            for (Process node : nodes) {
                assertThat(node.isAlive()).as(home.output()).isTrue();
                node.destroy();
                node.waitFor();
            }
            long takenOver = takenOver(servers);
            System.out.printf(
                    "TwoNodesIT: seed=%d kills=%d over %d requests in %d s, %d deliveries taken over, at rest %d s later%n",
                    seed,
                    kills,
                    REQUESTS,
                    seconds(began, killed),
                    takenOver(servers),
                    seconds(killed, System.nanoTime()));
            assertThat(Promises.broken(servers, home.outbox(), truth, undisturbed))
                    .isEmpty();
            assertThat(servers.jdbc()
                            .sql("select count(*) from request")
                            .query(Long.class)
                            .single())
                    .isEqualTo(REQUESTS);
            if (SECONDS >= LONG) {
                assertThat(takenOver)
                        .as("deliveries that a killed node had in hand")
                        .isPositive();
            }
        }
    }

    /**
     * Drops the portions over the whole time, and kills one node after another: most at any moment of their work, some
     * while they start. The other one works on.
     *
     * @return how many kills there were
     */
    private static int killInTurns(Process[] nodes, Home home, List<Path> portions, Random random) throws Exception {
        long began = System.nanoTime();
        int dropped = 0;
        int kills = 0;
        int which = 0;
        int starts = 0;
        boolean early = false;
        long next = began + millis(random.nextInt(SLOWEST_KILL));
        while (dropped < portions.size() || kills < LEAST_KILLS || seconds(began, System.nanoTime()) < SECONDS) {
            long now = System.nanoTime();
            while (dropped < portions.size() && now - began >= due(dropped, portions.size())) {
                home.drop(portions.get(dropped++));
            }
            boolean up = home.starts() > starts;
            if (!up && !early) {
                // its time counts from when it works
                next = now + millis(random.nextInt(SLOWEST_KILL));
            } else if (now >= next) {
                which = up ? random.nextInt(2) : which;
                nodes[which].destroyForcibly().waitFor();
                kills++;
                starts = home.starts();
                nodes[which] = home.serve();
                early = random.nextInt(4) == 0;
                next = now + millis(random.nextInt(SLOWEST_KILL));
            }
            assertThat(nodes[1 - which].isAlive()).as(home.output()).isTrue();
            nodes[1 - which].waitFor(50, TimeUnit.MILLISECONDS);
        }
        return kills;
    }

    /** When the portion is to be dropped, after the beginning. */
    private static long due(int portion, int of) {
        return TimeUnit.SECONDS.toNanos(SECONDS) * portion / of;
    }

    private static long takenOver(FaultyServers servers) {
        return servers.jdbc()
                .sql("select count(*) from audit where action = 'recovered'")
                .query(Long.class)
                .single();
    }

    private static long millis(int count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }

    private static long seconds(long from, long to) {
        return TimeUnit.NANOSECONDS.toSeconds(to - from);
    }
}
