package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.stepbridge.dispatch.ScriptedSmtp.Act;
import org.stepbridge.testing.Program;

/** One course of kills, on servers of its own. */
final class Lane {
    /** What the tally calls what was done, beside the names of moments. */
    static final String KILLS = "kills";

    static final String DATABASE_KILLS = "with its database";
    static final String FULL_DISKS = "with its disk full";
    static final String DELAYS = "delayed pieces";

    /** In milliseconds, of each piece of talk; a transaction has dozens of them. */
    private static final int LONGEST_DELAY = 8;

    /** In KiB; most files for LCS and EHM are longer. */
    private static final int FULL = 1;

    private static final List<Act> FAULTS = List.of(
            Act.REFUSE_SENDER,
            Act.GREYLIST,
            Act.REFUSE_AFTER_DATA,
            Act.DROP_BEFORE_DATA,
            Act.DROP_DURING_DATA,
            Act.DROP_AFTER_DOT,
            Act.CLOSE_AT_SECOND,
            Act.HANG_AFTER_DOT);

    private final Path folder;
    private final Load load;
    private final Map<String, Integer> tally;
    private final Random random;

    /** @param tally counts what was done, for all lanes */
    Lane(Path folder, Load load, Map<String, Integer> tally, Random random) {
        this.folder = folder;
        this.load = load;
        this.tally = tally;
        this.random = random;
    }

    /** Drops all there is and kills the program so often, every second time at a named moment; then holds the promises. */
    Void run(int kills, int firstTrap) throws Exception {
        try (OwnDatabase database = new OwnDatabase(folder.resolve("database"));
                FaultyServers servers = new FaultyServers(folder, database.url());
                Home home = new Home(folder.resolve("home"), servers.settings());
                Home full = new Home(folder.resolve("home"), servers.settings(), Program.lineWhereFilesEndAt(FULL));
                FolderWatch folders = new FolderWatch(home, servers.jdbc())) {
            List<Trap> traps = new ArrayList<>(servers.traps());
            traps.addAll(folders.traps());
            servers.mail.each(() -> random.nextInt(4) == 0 ? FAULTS.get(random.nextInt(FAULTS.size())) : Act.TAKE);
            List<Path> portions = load.portions();
            for (int kill = 0; kill < kills; kill++) {
                // more portions than kills, or fewer: they are spread over all of them
                int from = kill * portions.size() / kills;
                int to = (kill + 1) * portions.size() / kills;
                for (Path portion : portions.subList(from, to)) {
                    home.drop(portion);
                }
                if (kill % 2 == 1) {
                    Trap trap = traps.get((firstTrap + kill / 2) % traps.size());
                    // where there is room a file has its name within the moment that a kill takes
                    boolean writing = trap.name().equals(FilePoint.BEFORE_NAMING.name());
                    killAt(trap, kill % 4 == 1, writing ? full : home, servers);
                } else if (kill % 8 == 2) {
                    killWithDatabase(home, database);
                } else if (kill % 8 == 6) {
                    killWhereDiskIsFull(full);
                } else {
                    kill(home);
                }
                count(KILLS, 1);
            }
            servers.mail.now(Act.TAKE);
            finish(home, servers);
            assertThat(Promises.broken(servers, home.outbox(), load.truth(), load.undisturbed()))
                    .as("what was promised and not kept")
                    .isEmpty();
            servers.wires().forEach(wire -> count(DELAYS, wire.delayed()));
        }
        return null;
    }

    /** Every fourth one at any moment from its start, the others while it works. */
    private void kill(Home home) throws Exception {
        Process process = random.nextInt(4) == 0 ? home.serve() : working(home);
        process.waitFor(random.nextInt(2000), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    /** The one shortly before the other, or the other way round; the program starts again when the database has. */
    private void killWithDatabase(Home home, OwnDatabase database) throws Exception {
        Process process = working(home);
        process.waitFor(random.nextInt(2000), TimeUnit.MILLISECONDS);
        if (random.nextBoolean()) {
            process.destroyForcibly();
        }
        database.kill();
        process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        database.start();
        count(DATABASE_KILLS, 1);
    }

    private void killWhereDiskIsFull(Home full) throws Exception {
        Process process = working(full);
        process.waitFor(random.nextInt(2000), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        count(FULL_DISKS, 1);
    }

    /** Breaks its connections or slows them down, and kills it when it comes to the moment. */
    private void killAt(Trap trap, boolean slow, Home home, FaultyServers servers) throws Exception {
        Process process = working(home);
        if (slow) {
            servers.wires().forEach(wire -> wire.delay(LONGEST_DELAY, random));
        } else {
            cut(servers, home, process);
        }
        if (comesTo(trap, process, home, servers)) {
            count(trap.inTime() ? trap.name() : trap.name() + " missed", 1);
        }
        servers.wires().forEach(CuttingProxy::mend);
    }

    /** Ends its connections to one of the servers, and lets it have new ones a moment later. */
    private void cut(FaultyServers servers, Home home, Process process) throws Exception {
        List<CuttingProxy> wires = servers.wires();
        CuttingProxy broken = wires.get(random.nextInt(wires.size()));
        broken.cut();
        process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
        broken.mend();
        assertThat(process.isAlive())
                .as("it outlives its connections: %s", home.output())
                .isTrue();
    }

    /**
     * Kills it when it comes to this moment; or when there is nothing left for which it would.
     *
     * @return whether it came to it
     */
    private boolean comesTo(Trap trap, Process process, Home home, FaultyServers servers) throws Exception {
        trap.set(1 + random.nextInt(2), process);
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() > deadline || (home.unread().isEmpty() && servers.idle())) {
                trap.spare();
                process.destroyForcibly().waitFor();
                return false;
            }
        }
        return true;
    }

    /** Starts it and waits until it has started to work. */
    private static Process working(Home home) throws Exception {
        int starts = home.starts();
        Process process = home.serve();
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (process.isAlive() && home.starts() == starts && System.nanoTime() < deadline) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertThat(process.isAlive()).as(home.output()).isTrue();
        return process;
    }

    private void count(String what, int times) {
        tally.merge(what, times, Integer::sum);
    }

    /** Serves until nothing is left to do. */
    static void finish(Home home, FaultyServers servers) throws Exception {
        Process process = home.serve();
        await(home, servers, process);
        process.destroy();
        process.waitFor();
    }

    /** Waits until it has nothing left to do. */
    static void await(Home home, FaultyServers servers, Process process) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline && !(home.unread().isEmpty() && servers.idle())) {
            assertThat(process.waitFor(100, TimeUnit.MILLISECONDS))
                    .as(home.output())
                    .isFalse();
        }
    }
}
