package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.testing.Given;

class InboxFoldersIT {
    private static final String EXPORT = Feeds.name(Feeds.notes(), Feeds.STAMP);

    @TempDir
    private Path home;

    @Test
    void an_export_that_a_feed_takes_is_not_listed_before_it_is_old() throws IOException {
        write("inbox/shire/ehm/" + EXPORT);

        assertThat(unread(Duration.ofMinutes(59))).isEmpty();
        assertThat(unread(Duration.ofMinutes(61))).singleElement().satisfies(file -> {
            assertThat(file.authority()).isEqualTo("shire");
            assertThat(file.folder()).isEqualTo("inbox/shire/ehm");
            assertThat(file.name()).isEqualTo(EXPORT);
            assertThat(file.problem()).startsWith("It should have been read by now.");
            assertThat(file.since())
                    .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
        });
    }

    @Test
    void what_no_feed_takes_is_listed_at_once() throws IOException {
        write("inbox/shire/ehm/export.csv");
        write("inbox/shire/" + EXPORT);
        write("inbox/shire/lcs/" + EXPORT);

        assertThat(unread(Duration.ZERO))
                .extracting(UnreadFile::folder)
                .containsExactlyInAnyOrder("inbox/shire/ehm", "inbox/shire", "inbox/shire/lcs");
    }

    @Test
    void what_lies_under_an_authority_that_is_not_live_is_listed_at_once() throws IOException {
        write("inbox/elsewhere/ehm/" + EXPORT);

        assertThat(unread(Duration.ZERO)).singleElement().satisfies(file -> {
            assertThat(file.authority()).isEqualTo("elsewhere");
            assertThat(file.problem()).contains("not live");
        });
    }

    @Test
    void a_folder_or_a_link_named_like_an_export_is_listed() throws IOException {
        Files.createDirectories(home.resolve("inbox/shire/ehm").resolve(EXPORT));
        Files.createSymbolicLink(
                home.resolve("inbox/shire/ehm").resolve(Feeds.name(Feeds.notes(), "20261119T0600")), home);

        assertThat(unread(Duration.ZERO))
                .extracting(UnreadFile::problem)
                .anyMatch(problem -> problem.contains("folder"))
                .anyMatch(problem -> problem.contains("link"))
                .hasSize(2);
    }

    @Test
    void what_is_still_being_written_is_listed_only_when_it_is_old() throws IOException {
        write("inbox/shire/ehm/" + EXPORT + ".part");

        assertThat(unread(Duration.ZERO)).isEmpty();
        assertThat(unread(Duration.ofMinutes(61)))
                .extracting(UnreadFile::problem)
                .first()
                .asString()
                .contains("written");
    }

    @Test
    void what_was_read_and_what_belongs_to_rows_is_not_listed() throws IOException {
        write("inbox/shire/ehm/.done/20261120/" + EXPORT);
        write("inbox/shire/ehm/.failed/20261120/" + EXPORT);
        write("inbox/shire/ehm/attachments/SU1/letter.pdf");

        assertThat(unread(Duration.ofDays(2))).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_listed_is_listed_itself_and_hides_no_other() throws IOException {
        Files.createDirectories(home.resolve("inbox"));
        Path broken = home.resolve("inbox/shire");
        Files.createSymbolicLink(
                broken, broken); // the name of a folder that cannot be opened, as that of a share that is away
        write("inbox/elsewhere/ehm/" + EXPORT);

        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
        InboxFolders folders = new InboxFolders(new Home(home), packs(), Given.clock(now::get));
        UnreadFile unlisted = new UnreadFile(
                "shire",
                "inbox",
                "shire",
                now.get(),
                "The files in this folder cannot be listed, so none of them is read. Is its disk or share there, and may it"
                        + " be read?");
        assertThat(folders.unread()).hasSize(2).contains(unlisted);
        now.set(now.get().plusSeconds(3600));
        assertThat(folders.unread()).as("since it was first noticed").contains(unlisted);

        Files.delete(broken);
        assertThat(folders.unread()).doesNotContain(unlisted).hasSize(1);
        Files.createSymbolicLink(broken, broken);
        assertThat(folders.unread()).extracting(UnreadFile::since).contains(now.get());
    }

    @Test
    void where_the_inboxes_cannot_be_listed_at_all_that_of_every_live_authority_is_listed() throws IOException {
        Files.createSymbolicLink(home.resolve("inbox"), home.resolve("inbox"));

        assertThat(unread(Duration.ZERO))
                .extracting(file -> file.authority() + " " + file.path())
                .containsExactly("shire inbox/shire");
    }

    @Test
    void without_an_inbox_nothing_is_unread() {
        assertThat(unread(Duration.ZERO)).isEmpty();
    }

    private void write(String path) throws IOException {
        Files.createDirectories(home.resolve(path).getParent());
        Files.writeString(home.resolve(path), "a\n");
    }

    private List<UnreadFile> unread(Duration later) {
        Instant now = Instant.now().plus(later);
        return new InboxFolders(new Home(home), packs(), Given.clock(() -> now)).unread();
    }

    private static Packs packs() {
        Pack shire = Given.packs().live().get(0);
        Pack pack = new Pack(
                shire.title(),
                shire.protocol(),
                List.of(Feeds.notes(), Feeds.stepUps(), Feeds.transfers()),
                shire.mail(),
                Map.of());
        return new Packs() {
            @Override
            public List<Pack> live() {
                return List.of(pack);
            }

            @Override
            public Map<String, List<String>> refused() {
                return Map.of();
            }
        };
    }
}
