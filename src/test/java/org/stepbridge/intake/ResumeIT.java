package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepbridge.intake.Rows.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepbridge.casework.Feed;

/** Reading that is cut off at any call to the ledger, before it or after it, and taken up again (G1). */
class ResumeIT {
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A file with good and bad rows, more of them than fit in a batch, and how it should end. */
    enum Export {
        TRANSFERS(Feeds.transfers(), 1300),
        STEP_UPS(Feeds.stepUps(), 700),
        NOTES(Feeds.notes(), 2300),
        REFUSED(Feeds.notes(), 0);

        @SuppressWarnings("ImmutableEnumChecker") // its pattern never changes
        private final Feed feed;

        private final int rows;

        Export(Feed feed, int rows) {
            this.feed = feed;
            this.rows = rows;
        }

        String text() {
            if (this == REFUSED) {
                return "no,such,headings\r\n1,2,3\r\n";
            }
            var text = new StringBuilder(Rows.heading(feed));
            for (int i = 1; i <= rows; i++) {
                text.append(
                        i % 9 == 0
                                ? row(feed, i % 2 == 0 ? "" : "ID" + i, "DateOfBirth", "31/02/2018")
                                : row(feed, "ID" + (i % 400 == 0 ? i - 1 : i)));
            }
            return text.toString();
        }
    }

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource(Export.class)
    void reading_again_after_a_crash_ends_as_if_there_had_been_none(Export export) throws IOException {
        String text = export.text();
        Inbox undisturbed = new Inbox(Files.createDirectory(temp.resolve("undisturbed")));
        List<String> moments = new ArrayList<>();
        undisturbed.ledger.watch(moments::add);
        undisturbed.take(export.feed, undisturbed.put(export.feed, text));
        assertThat(moments).hasSizeGreaterThan(1);

        for (int crash = 1; crash <= moments.size(); crash++) {
            Inbox inbox = new Inbox(Files.createDirectory(temp.resolve("crash-" + crash)));
            Path file = inbox.put(export.feed, text);
            killAt(crash, inbox);
            assertThatThrownBy(() -> inbox.take(export.feed, file)).isInstanceOf(Killed.class);
            inbox.ledger.watch(moment -> {});
            if (Files.exists(file)) {
                inbox.take(export.feed, file);
            }

            assertThat(outcome(inbox)).as("killed " + moments.get(crash - 1)).isEqualTo(outcome(undisturbed));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Export.class,
            names = {"TRANSFERS", "NOTES"})
    void a_crash_between_the_report_and_the_move_leaves_one_of_each(Export export) throws IOException {
        Inbox inbox = new Inbox(temp);
        Path file = inbox.put(export.feed, export.text());
        inbox.take(export.feed, file);
        Map<String, String> undisturbed = outcome(inbox);
        Path moved = file.resolveSibling(".done").resolve(Inbox.DAY).resolve(file.getFileName());
        Files.move(moved, file);
        inbox.ledger.file().state = "read";

        inbox.take(export.feed, file);

        assertThat(outcome(inbox)).isEqualTo(undisturbed);
    }

    private static void killAt(int call, Inbox inbox) {
        int[] calls = {0};
        inbox.ledger.watch(moment -> {
            if (++calls[0] == call) {
                throw new Killed();
            }
        });
    }

    /** All that is left in the end: every file with its content, and what the ledger holds. */
    private static Map<String, String> outcome(Inbox inbox) {
        Map<String, String> outcome = new TreeMap<>();
        inbox.files().forEach(file -> outcome.put(file, inbox.read(file)));
        var ledger = inbox.ledger;
        outcome.put("watermark", String.valueOf(ledger.watermark));
        outcome.put("requests", ledger.requests.keySet().toString());
        outcome.put("notes", ledger.notes.keySet().toString());
        outcome.put("refused", String.valueOf(!ledger.refusals.isEmpty()));
        ledger.files.forEach(file -> outcome.put(
                "file " + file.id,
                file.accepted + " " + file.repeated + " " + file.rejected + " " + file.batches + file.trouble));
        return outcome;
    }
}
