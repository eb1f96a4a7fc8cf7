package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.stepbridge.testing.Given;

class SettledFilesIT {
    private static final Instant START = Instant.parse("2026-11-20T06:10:00Z");

    @TempDir
    private Path inbox;

    private Instant now = START;
    private SettledFiles files;

    @BeforeEach
    void watch() {
        files = new SettledFiles(
                new IntakeSettings(Duration.ofSeconds(1), Duration.ofSeconds(10), DataSize.ofGigabytes(4)),
                Given.clock(() -> now));
    }

    @Test
    void a_file_is_ready_once_it_has_stood_still() throws IOException {
        Path file = write("notes.csv", "a,b\n");

        assertThat(files.ready(file)).isFalse();
        pass(999);
        assertThat(files.ready(file)).isFalse();
        pass(1);
        assertThat(files.ready(file)).isTrue();
        assertThat(files.ready(file)).isTrue();
    }

    @Test
    void a_file_that_grows_is_not_ready_however_old_its_time_says_it_is() throws IOException {
        Path file = write("notes.csv", "a,b\n");
        FileTime old = FileTime.from(START.minusSeconds(86400));
        for (int i = 0; i < 20; i++) {
            Files.writeString(file, "1,2\n", StandardOpenOption.APPEND);
            Files.setLastModifiedTime(file, old);
            assertThat(files.ready(file)).isFalse();
            pass(900);
        }
        pass(100);
        assertThat(files.ready(file)).isTrue();
    }

    @Test
    void a_file_that_is_rewritten_at_the_same_size_starts_again() throws IOException {
        Path file = write("notes.csv", "a,b\n");
        assertThat(files.ready(file)).isFalse();
        pass(900);
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(7)));
        assertThat(files.ready(file)).isFalse();
        pass(900);
        assertThat(files.ready(file)).isFalse();
    }

    @Test
    void a_file_that_does_not_end_with_a_line_break_must_stand_still_for_longer() throws IOException {
        Path file = write("notes.csv", "a,b\n1,2");
        assertThat(files.ready(file)).isFalse();
        pass(9_999);
        assertThat(files.ready(file)).isFalse();
        pass(1);
        assertThat(files.ready(file)).isTrue();
    }

    @Test
    void an_empty_file_must_stand_still_for_longer() throws IOException {
        Path file = write("notes.csv", "");
        assertThat(files.ready(file)).isFalse();
        pass(2_000);
        assertThat(files.ready(file)).isFalse();
        pass(8_000);
        assertThat(files.ready(file)).isTrue();
    }

    @Test
    void a_clock_that_is_set_back_makes_it_wait_and_not_hang() throws IOException {
        Path file = write("notes.csv", "a\n");
        assertThat(files.ready(file)).isFalse();
        now = START.minusSeconds(300);
        assertThat(files.ready(file)).isFalse();
        pass(1_000);
        assertThat(files.ready(file)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".hidden.csv",
                "~notes.csv",
                "notes.csv.tmp",
                "notes.part",
                "notes.csv.filepart",
                "notes.csv.crdownload",
                "notes.csv~",
                "NOTES.TMP"
            })
    void a_temporary_name_is_never_ready(String name) throws IOException {
        neverReady(write(name, "a\n"));
    }

    @Test
    void a_folder_and_a_link_are_never_ready() throws IOException {
        neverReady(Files.createDirectory(inbox.resolve("notes.csv")));
        neverReady(Files.createSymbolicLink(inbox.resolve("link.csv"), write("real.csv", "a\n")));
    }

    @Test
    void a_file_that_has_gone_is_not_ready_and_is_forgotten() throws IOException {
        Path file = write("notes.csv", "a\n");
        assertThat(files.ready(file)).isFalse();
        Files.delete(file);
        neverReady(file);
        assertThat(files.remembered()).isZero();
    }

    @Test
    void files_that_nobody_asks_for_any_more_are_forgotten() throws IOException {
        for (int i = 0; i < 100; i++) {
            assertThat(files.ready(write("notes-" + i + ".csv", "a\n"))).isFalse();
        }
        pass(600_000);
        assertThat(files.ready(write("next.csv", "a\n"))).isFalse();
        assertThat(files.remembered()).isEqualTo(1);
    }

    private void neverReady(Path file) {
        assertThat(files.ready(file)).isFalse();
        pass(60_000);
        assertThat(files.ready(file)).isFalse();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(inbox.resolve(name), text);
    }

    private void pass(long milliseconds) {
        now = now.plusMillis(milliseconds);
    }
}
