package org.stepbridge.operations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.operations.ChildJvm;
import org.stepbridge.operations.settings.StartRefused;

class EmbeddedPostgresIT {
    /** Unpacked once: it is the slow part of a first start. */
    @TempDir
    static Path programs;

    @TempDir
    Path home;

    /** Starts the server, commits one row, and stays until it is killed. */
    static class Holder {
        public static void main(String[] args) throws Exception {
            EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1]));
            execute(server, "CREATE TABLE kept (what text)");
            execute(server, "INSERT INTO kept VALUES ('committed')");
            System.out.println("holding");
            System.in.read();
        }
    }

    @Test
    void keepsCommittedRowsThroughStopAndStart() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, programs)) {
            execute(server, "CREATE TABLE kept (what text)");
            execute(server, "INSERT INTO kept VALUES ('committed')");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, programs)) {
            assertThat(query(server, "SELECT what FROM kept")).containsExactly("committed");
        }
    }

    @Test
    void refusesASecondProcessAndTakesOverTheServerOfAKilledOne() throws Exception {
        try (ChildJvm child = ChildJvm.run(Holder.class, home.toString(), programs.toString())) {
            child.awaitLine("holding");

            assertThatThrownBy(() -> EmbeddedPostgres.start(home, programs))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("another Stepbridge (pid " + child.pid() + ") uses " + home
                            + "; stop it or set stepbridge.home");

            child.kill();
        }
        ProcessHandle orphan = postmaster();
        assertThat(orphan.isAlive()).as("the server outlives its JVM").isTrue();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, programs)) {
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(30));
            assertThat(query(server, "SELECT what FROM kept")).containsExactly("committed");
        }
    }

    @Test
    void startsAgainAfterTheServerWasKilledToo() throws Exception {
        try (ChildJvm child = ChildJvm.run(Holder.class, home.toString(), programs.toString())) {
            child.awaitLine("holding");
            child.kill();
        }
        ProcessHandle orphan = postmaster();
        orphan.destroyForcibly();
        orphan.onExit().join();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, programs)) {
            assertThat(query(server, "SELECT what FROM kept")).containsExactly("committed");
        }
    }

    @Test
    void startsWhenThePidFileNamesAProcessThatIsNoServer() throws Exception {
        EmbeddedPostgres.start(home, programs).close();
        Files.writeString(
                home.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home.resolve("postgres") + "\n0\n5432\n");

        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, programs)) {
            assertThat(query(server, "SELECT 'up'")).containsExactly("up");
        }
    }

    @Test
    void writesToDiskBeforeItSaysCommitted() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, programs)) {
            assertThat(query(server, "SHOW fsync")).containsExactly("on");
            assertThat(query(server, "SHOW synchronous_commit")).containsExactly("on");
            assertThat(query(server, "SHOW full_page_writes")).containsExactly("on");
        }
    }

    @Test
    void letsOnlyItsOwnerInAndOnlyOverLoopback() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, programs)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.username(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(query(server, "SHOW listen_addresses")).containsExactly("127.0.0.1");
            assertThat(query(server, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"))
                    .containsExactly("false");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres"))))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.resolve("postgres/stepbridge.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void neverLogsARowThatAFailingStatementQuotes() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, programs)) {
            execute(server, "CREATE TABLE child (surname text PRIMARY KEY)");
            execute(server, "INSERT INTO child VALUES ('Quoted-Surname')");
            assertThatThrownBy(() -> execute(server, "INSERT INTO child VALUES ('Quoted-Surname')"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(home.resolve("postgres.log")).content().isNotEmpty().doesNotContain("Quoted-Surname");
    }

    @Test
    void refusesAFolderOfAnotherMajorVersion() throws Exception {
        Files.createDirectories(home.resolve("postgres"));
        Files.writeString(home.resolve("postgres/PG_VERSION"), "16\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(home, programs))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was made by PostgreSQL 16")
                .hasMessageContaining("spring.datasource.url");
    }

    private ProcessHandle postmaster() throws Exception {
        String pid = Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.username(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
