package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.stepbridge.dispatch.ScriptedSmtp.Encryption;
import org.stepbridge.operations.generate.GenerateCommand;
import org.stepbridge.testing.Program;
import org.stepbridge.testing.SelfSigned;

/**
 * What the program stands on gives way under it: its database is killed, its disk is full, its mail server does not encrypt.
 * It goes on when that is mended.
 */
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
        try (OwnDatabase database = new OwnDatabase(folder.resolve("database"));
                FaultyServers servers = new FaultyServers(folder, database.url());
                Home home = new Home(folder.resolve("home"), servers.settings())) {
            List<Path> portions = Portions.of(exports, folder.resolve("portions"), 3);
            Process process = home.serve();
            home.drop(portions.get(0));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> home.starts() == 1 && home.unread().size() < 3);
            database.kill();
            home.drop(portions.get(1));
            assertThat(process.isAlive()).as(home.output()).isTrue();
            database.start();
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
        }
    }

    @Test
    void files_that_find_no_room_are_written_once_there_is_some() throws Exception {
        try (FaultyServers servers = new FaultyServers(folder)) {
            try (Home full = new Home(folder.resolve("home"), servers.settings(), Program.lineWhereFilesEndAt(32));
                    Home roomy = new Home(folder.resolve("home"), servers.settings())) {
                full.drop(exports);
                full.run();
                assertThat(servers.left())
                        .as(full.output())
                        .anySatisfy(left -> assertThat(left).startsWith("delivery allocations"));
                Lane.finish(roomy, servers);
                assertThat(left(roomy.outbox())).as("temporary files").isEmpty();
                assertThat(Promises.broken(servers, roomy.outbox(), truth(), Map.of()))
                        .isEmpty();
            }
        }
    }

    /** Without encryption, with it promised and not kept, and with another's certificate, nobody may read it on the way. */
    @Test
    void what_is_to_be_mailed_waits_for_a_mail_server_that_encrypts_and_proves_its_name() throws Exception {
        SelfSigned known = SelfSigned.of("ip:127.0.0.1", folder.resolve("known"));
        SelfSigned other = SelfSigned.of("ip:127.0.0.1", folder.resolve("other"));
        List<Encryption> refusals =
                List.of(Encryption.NONE, Encryption.REFUSED, Encryption.BROKEN, Encryption.UNTRUSTED);
        List<Path> portions = Portions.of(exports, folder.resolve("portions"), refusals.size());
        List<String> line = new ArrayList<>(Program.line());
        line.addAll(1, known.trust());
        try (FaultyServers servers = new FaultyServers(folder);
                Home home = new Home(folder.resolve("home"), encrypting(servers.settings()), line)) {
            Process process = home.serve();
            for (int i = 0; i < refusals.size(); i++) {
                servers.mail.encrypt(refusals.get(i), other.server());
                long before = i == 0 ? 0 : emails(servers, "");
                home.drop(portions.get(i));
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
                    assertThat(servers.mail.taken).isEmpty();
                    return home.starts() == 1
                            && home.unread().isEmpty()
                            && emails(servers, "") > before
                            && emails(servers, " and problem = ''") == 0;
                });
            }
            assertThat(servers.jdbc()
                            .sql("select distinct state from delivery where channel like '%-email'")
                            .query(String.class)
                            .list())
                    .isSubsetOf("pending", "sending")
                    .isNotEmpty();

            servers.mail.encrypt(Encryption.SOUND, known.server());
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(servers.left()).isEmpty());
            assertThat(process.isAlive()).as(home.output()).isTrue();
            process.destroy();
            process.waitFor();
            assertThat(servers.mail.inPlain).allMatch(said -> said.matches("(EHLO|STARTTLS|RSET|NOOP|QUIT)\\b.*"));
            assertThat(Promises.broken(servers, home.outbox(), truth(), Map.of()))
                    .isEmpty();
        }
    }

    /** As for a relay on another machine; this one is on loopback, where the program would not ask for encryption. */
    private static Map<String, String> encrypting(Map<String, String> settings) {
        settings.put("spring.mail.properties.mail.smtp.starttls.enable", "true");
        settings.put("spring.mail.properties.mail.smtp.starttls.required", "true");
        settings.put("spring.mail.properties.mail.smtp.timeout", "10000");
        return settings;
    }

    private static long emails(FaultyServers servers, String which) {
        return servers.jdbc()
                .sql("select count(*) from delivery where channel like '%-email'" + which)
                .query(Long.class)
                .single();
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
