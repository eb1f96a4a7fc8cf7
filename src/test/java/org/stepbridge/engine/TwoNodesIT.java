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
 * nothing is taken in or delivered twice, and what the killed one had in hand is taken over. {@code -Dnodes.kills} says
 * how often.
 */
class TwoNodesIT {
    private static final int KILLS = Integer.getInteger("nodes.kills", 2);
    private static final int REQUESTS = 300;

    @TempDir
    Path folder;

    @Test
    void of_two_nodes_that_share_everything_one_is_killed_again_and_again_and_nothing_is_lost_or_doubled()
            throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        long began = System.nanoTime();
        Random random = new Random(seed);
        Path exports = folder.resolve("exports");
        GenerateCommand.run(
                List.of("--requests", "" + REQUESTS, "--seed", "5", "--out", exports.toString()), System.out);
        List<Path> portions = Portions.of(exports, folder.resolve("portions"), 4 * (KILLS + 1));
        try (FaultyServers servers = new FaultyServers(folder);
                Home home = new Home(folder.resolve("home"), servers.settings())) {
            Process[] nodes = {home.serve(), home.serve()};
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> home.starts() == 2);
            for (int i = 0; i < portions.size(); i++) {
                home.drop(portions.get(i));
                int which = random.nextInt(2);
                nodes[which].waitFor(random.nextInt(1000), TimeUnit.MILLISECONDS);
                if (i % 4 == 3 && i / 4 < KILLS) {
                    nodes[which].destroyForcibly().waitFor();
                    nodes[which] = home.serve();
                }
            }
            Awaitility.await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> {
                assertThat(home.unread()).isEmpty();
                assertThat(servers.left()).isEmpty();
            });
            for (Process node : nodes) {
                assertThat(node.isAlive()).as(home.output()).isTrue();
                node.destroy();
                node.waitFor();
            }
            assertThat(Promises.broken(servers, home.outbox(), Truth.read(exports.resolve("truth.csv")), Map.of()))
                    .isEmpty();
            assertThat(servers.jdbc()
                            .sql("select count(*) from request")
                            .query(Long.class)
                            .single())
                    .isEqualTo(REQUESTS);
        }
        System.out.printf(
                "TwoNodesIT: seed=%d kills=%d, %d s%n",
                seed, KILLS, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }
}
