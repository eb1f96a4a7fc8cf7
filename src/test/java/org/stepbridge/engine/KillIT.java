package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.bench.BenchBroker;
import org.stepbridge.bench.Delivered;
import org.stepbridge.bench.HubQueue;
import org.stepbridge.bench.MailDump;
import org.stepbridge.bench.Truth;
import org.stepbridge.operations.generate.GenerateCommand;

/**
 * The program with its own servers is killed as by {@code kill -9} at random moments of {@code run --once} and started
 * again until it ends by itself: the outputs are those of an undisturbed run. The number of kills is {@code -Dkills=N};
 * the moments come from a printed seed. {@link FaultsIT} does more of it where the servers are outside.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("kills", 2);

    @TempDir
    Path folder;

    /** The servers that the program starts itself die or live on as they do after a kill; the next run deals with both. */
    @Test
    void killed_with_its_own_servers_it_ends_as_undisturbed() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KillIT, own servers: kills=" + KILLS + " seed=" + seed);
        Random random = new Random(seed);
        Path exports = folder.resolve("exports");
        GenerateCommand.run(List.of("--requests", "1000", "--seed", "8", "--out", exports.toString()), System.out);
        Home home = new Home(folder.resolve("home"), Map.of());
        home.drop(exports);
        kill(home, KILLS, random);
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
}
