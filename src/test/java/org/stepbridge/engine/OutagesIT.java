package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.bench.Truth;
import org.stepbridge.operations.generate.GenerateCommand;
import org.stepbridge.testing.Program;

/** What the program stands on gives way under it: its database is killed, its disk is full. It goes on when that is mended. */
class OutagesIT {
    @TempDir
    Path folder;

    private Path exports;

    @BeforeEach
    void generate() throws Exception {
        exports = folder.resolve("exports");
        GenerateCommand.run(List.of("--requests", "600", "--seed", "11", "--out", exports.toString()), System.out);
    }

    @Test
    void a_database_that_is_killed_and_comes_back_costs_nothing_but_time() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        EmbeddedPostgres database = database(port);
        try (FaultyServers servers = new FaultyServers(folder, database.getJdbcUrl("postgres", "postgres"));
                Home home = new Home(folder.resolve("home"), servers.settings())) {
            List<Path> portions = Portions.of(exports, folder.resolve("portions"), 3);
            Process process = home.serve();
            home.drop(portions.get(0));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> home.starts() == 1 && home.unread().size() < 3);
            kill(database);
            home.drop(portions.get(1));
            assertThat(process.isAlive()).as(home.output()).isTrue();
            database = database(port);
            home.drop(portions.get(2));
            Awaitility.await().atMost(Duration.ofMinutes(3)).ignoreExceptions().untilAsserted(() -> {
                assertThat(home.unread()).isEmpty();
                assertThat(servers.left()).isEmpty();
            });
            assertThat(process.isAlive()).as(home.output()).isTrue();
            process.destroy();
            process.waitFor();
            assertThat(Promises.broken(servers, home.outbox(), truth(), Map.of()))
                    .isEmpty();
        } finally {
            database.close();
        }
    }

    private EmbeddedPostgres database(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("database"))
                .setCleanDataDirectory(false)
                // the library turns it off for speed, and a commit that was answered would be lost
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** As by {@code kill -9} of the server, so that it has to recover from its log when it starts again. */
    private void kill(EmbeddedPostgres database) throws Exception {
        Path pidFile = folder.resolve("database/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        all.add(server);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            one.onExit().get();
        }
        try {
            database.close();
        } catch (IOException | RuntimeException isGone) {
            // it only gives back its lock on the folder
        }
    }

    /** The limit stands for a full disk: no file can become longer. */
    @Test
    void files_that_find_no_room_are_written_once_there_is_some() throws Exception {
        try (FaultyServers servers = new FaultyServers(folder)) {
            List<String> program = Program.line();
            List<String> line = new ArrayList<>(
                    List.of("bash", "-c", "(ulimit -f 32; exec \"$@\") | cat", "limited", program.get(0)));
            line.add("-XX:-UsePerfData");
            line.addAll(program.subList(1, program.size()));
            try (Home full = new Home(folder.resolve("home"), servers.settings(), line);
                    Home roomy = new Home(folder.resolve("home"), servers.settings())) {
                full.drop(exports);
                full.run();
                assertThat(servers.left())
                        .as(full.output())
                        .anySatisfy(left -> assertThat(left).startsWith("delivery allocations"));
                FaultsIT.finish(roomy, servers);
                assertThat(left(roomy.outbox())).as("temporary files").isEmpty();
                assertThat(Promises.broken(servers, roomy.outbox(), truth(), Map.of()))
                        .isEmpty();
            }
        }
    }

    private static List<Path> left(Path outbox) throws IOException {
        try (Stream<Path> files = Files.walk(outbox)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }

    private Truth truth() throws IOException {
        return Truth.read(exports.resolve("truth.csv"));
    }
}
