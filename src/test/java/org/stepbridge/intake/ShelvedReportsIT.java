package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Overview.FileLine;
import org.stepbridge.casework.Sha256;
import org.stepbridge.testing.Given;

/** Reports found where the shelf put them. */
class ShelvedReportsIT {
    @TempDir
    private Path home;

    private ShelvedReports reports() {
        return new ShelvedReports(new Home(home), Given.packs(Given.feed("notes", Feed.Kind.NOTES, true)));
    }

    @Test
    void of_several_files_of_one_name_each_has_its_own_report() throws IOException {
        Path first = shelve(".done/20261116", "notes-1.csv", "first");
        Path second = shelve(".done/20261116", "notes-1-2.csv", "other");
        Path later = shelve(".failed/20261118", "notes-1.csv", "later");

        assertThat(reports().of(file("notes-1.csv", "first"))).contains(report(first));
        assertThat(reports().of(file("notes-1.csv", "other"))).contains(report(second));
        assertThat(reports().of(file("notes-1.csv", "later"))).contains(report(later));
        assertThat(reports().of(file("notes-1.csv", "never"))).isEmpty();
    }

    @Test
    void what_was_shelved_before_the_file_came_or_lies_elsewhere_is_not_its_report() throws IOException {
        shelve(".done/20261115", "notes-1.csv", "first");
        shelve("..", "secret.csv", "first");
        assertThat(reports().of(file("notes-1.csv", "first"))).isEmpty();
        assertThat(reports().of(file("../../secret.csv", "first"))).isEmpty();
    }

    private Path shelve(String folder, String name, String content) throws IOException {
        Path day = Files.createDirectories(home.resolve("inbox/shire/notes").resolve(folder));
        Path file = Files.writeString(day.resolve(name), content);
        Files.writeString(report(file), "Row,Column,Value,Problem\r\n");
        return file;
    }

    private static Path report(Path file) {
        return file.resolveSibling(file.getFileName() + ".report.csv");
    }

    private static FileLine file(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new FileLine(
                1,
                SHIRE,
                "notes",
                name,
                HexFormat.of().formatHex(Sha256.digest().digest(bytes)),
                bytes.length,
                "",
                MONDAY.plus(Duration.ofHours(1)),
                null,
                "done",
                2,
                1,
                0,
                1,
                Findings.NONE,
                "");
    }
}
