package org.stepbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Outcome;

/** The messages of every pack in the tree, filled. */
class PackMessagesIT {
    private final MailComposer composer = new MailComposer(new Templates(), Clock.systemUTC(), authority -> true);

    static List<Path> packs() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("mappings"))) {
            return folders.map(folder -> folder.resolve("messages"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyMessageOfAPackCanBeFilledAndLeavesNoTagBehind(Path folder) throws Exception {
        Pack pack = Fixtures.pack(messages(folder));
        assertThat(pack.messages()).isNotEmpty();
        for (String file : pack.messages().keySet()) {
            if (file.endsWith(".html")) {
                String template = file.replace(".html", "");
                var referral = composer.referral(
                        Fixtures.mail(
                                Channel.MASH_EMAIL,
                                template,
                                Fixtures.item(Fixtures.stepUp(), new Outcome.ForMash(true)),
                                "mash@borough.example"),
                        pack,
                        List.of());
                assertThat(MailComposerTest.readable(referral))
                        .contains("STEP-UP", "O'Neill", "Hungry at school")
                        .doesNotContain("{{");
            } else if (pack.messages().get(file).contains("{{standing}}")) {
                var notice = composer.notice(aboutNoRequest(file.replace(".txt", "")), pack);
                assertThat(notice.getSubject()).contains("3 waiting too long");
                assertThat(notice.getHeader("X-Stepbridge-Reference")).containsExactly(pack.code());
                assertThat(MailComposerTest.readable(notice))
                        .contains("- inbox/borough/lcs/a.csv", "Office", pack.title())
                        .doesNotContain("{{");
            } else if (!pack.messages().containsKey(file.replace(".txt", ".html"))) {
                var notice = composer.notice(
                        Fixtures.mail(
                                Channel.NOTICE_EMAIL,
                                file.replace(".txt", ""),
                                Fixtures.item(Fixtures.coWorking(), new Outcome.Returned()),
                                "a@borough.example"),
                        pack);
                assertThat(notice.getSubject()).contains("BOR-2026-000123").doesNotContain("O'Neill");
                assertThat(MailComposerTest.readable(notice))
                        .contains("BOR-2026-000123")
                        .doesNotContain("{{", "O'Neill", "Zoë");
            }
        }
    }

    private static Parcel aboutNoRequest(String template) {
        return new Parcel(
                UUID.randomUUID(),
                1,
                Channel.NOTICE_EMAIL,
                new Authority("borough"),
                "standstill",
                template,
                List.of("a@borough.example"),
                true,
                1,
                false,
                List.of(),
                Map.of("telling", "Office", "count", "3", "standing", "- inbox/borough/lcs/a.csv"));
    }

    private static Map<String, String> messages(Path folder) throws IOException {
        Map<String, String> messages = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    messages.put(file.getFileName().toString(), Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return messages;
    }
}
