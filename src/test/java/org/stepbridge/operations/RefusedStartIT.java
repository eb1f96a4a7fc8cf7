package org.stepbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.operations.home.FolderLock;
import org.stepbridge.testing.Program;
import org.stepbridge.testing.TestDatabase;

class RefusedStartIT {
    @TempDir
    Path home;

    @Test
    void aSecondProcessOnTheSameHomeGetsOneLineAndExitCode1() throws Exception {
        try (FolderLock held = FolderLock.take(home, "postgres")) {
            assertThat(startRefused("--stepbridge.home=" + home))
                    .containsExactly("Stepbridge does not start: another Stepbridge (pid "
                            + ProcessHandle.current().pid() + ") uses " + home
                            + "; stop it or set stepbridge.home");
            assertThat(held).isNotNull();
        }
    }

    @Test
    void liveWithoutRealServersGetsOneLineAndExitCode1() throws Exception {
        List<String> lines = startRefused("--stepbridge.home=" + home, "--stepbridge.mode=live");

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("Stepbridge does not start: stepbridge.mode=live needs spring.mail.host");
        assertThat(home).isEmptyDirectory();
    }

    /** The tests' database is set up for speed alone. */
    @Test
    void liveOnADatabaseThatForgetsCommitsGetsOneLineAndExitCode1() throws Exception {
        List<String> lines = startRefused(
                "--stepbridge.home=" + home,
                "--stepbridge.mode=live",
                "--spring.mail.host=127.0.0.1",
                "--stepbridge.login.local=true",
                "--spring.datasource.url=" + TestDatabase.url());

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .startsWith("Stepbridge does not start: fsync = off")
                .contains("turn it on in postgresql.conf");
    }

    private static List<String> startRefused(String... arguments) throws Exception {
        try (ChildJvm child = ChildJvm.run(Program.line(), arguments)) {
            List<String> lines = child.remainingLines().stream()
                    .filter(line ->
                            line.startsWith("Stepbridge") || line.contains("Exception") || line.contains("ERROR"))
                    .toList();
            assertThat(child.exitCode()).isEqualTo(1);
            return lines;
        }
    }
}
