package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileIntake;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.UnreadFiles;
import org.stepbridge.model.Authority;
import org.stepbridge.testing.Given;

class IntakeDeskIT {
    @TempDir
    private Path inbox;

    private Path file;
    private boolean broken = true;
    private Instant now = MONDAY;
    private final FileIntake intake = new FileIntake() {
        @Override
        public void take(Authority authority, Feed feed, Path path) {
            if (broken) {
                throw new UncheckedIOException(new IOException("the disk fails"));
            }
        }

        @Override
        public void noteMoved(Authority authority, Feed feed, Path folder) {
            throw new AssertionError("that is not this desk's affair");
        }
    };
    private final IntakeDesk desk = new IntakeDesk(
            intake, Given.packs(Given.feed("transfers", Feed.Kind.LCS_REQUESTS, true)), Given.clock(() -> now));

    @BeforeEach
    void export() throws IOException {
        file = Files.writeString(inbox.resolve("transfers-1.csv"), "a\n");
    }

    @Test
    void a_file_that_failed_three_times_is_listed_since_the_first() {
        take(2);
        assertThat(desk.givenUp()).isEmpty();
        now = now.plus(Duration.ofMinutes(5));
        take(1);

        assertThat(desk.givenUp()).singleElement().satisfies(listed -> {
            assertThat(listed.authority()).isEqualTo("shire");
            assertThat(listed.folder()).isEqualTo("inbox/shire/transfers");
            assertThat(listed.name()).isEqualTo("transfers-1.csv");
            assertThat(listed.since()).isEqualTo(MONDAY);
            assertThat(listed.problem()).startsWith("It could not be taken in, 3 times running");
        });
    }

    @Test
    void once_it_is_taken_in_changed_or_gone_it_is_listed_no_more() throws IOException {
        take(3);
        broken = false;
        take(1);
        assertThat(desk.givenUp()).isEmpty();

        broken = true;
        take(3);
        assertThat(desk.givenUp()).hasSize(1);
        Files.setLastModifiedTime(file, FileTime.from(MONDAY));
        assertThat(desk.givenUp()).as("changed").isEmpty();
        take(1);
        assertThat(desk.givenUp()).hasSize(1);
        Files.delete(file);
        assertThat(desk.givenUp()).as("gone").isEmpty();
    }

    @Test
    void a_file_that_both_know_is_listed_once_with_why() {
        take(3);
        UnreadFile old = new UnreadFile("shire", "inbox/shire/transfers", "transfers-1.csv", MONDAY, "It is old.");
        UnreadFile other = new UnreadFile("shire", "inbox/shire", "x.csv", MONDAY.minusSeconds(1), "No feed takes it.");

        assertThat(new UnreadFiles(() -> List.of(old, other), desk).all())
                .extracting(UnreadFile::problem)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("No feed takes it."),
                        second -> assertThat(second).startsWith("It could not be taken in"));
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            desk.take("shire", "transfers", file.toString());
        }
    }
}
