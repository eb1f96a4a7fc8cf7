package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepbridge.intake.Rows.row;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
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
        TRANSFERS(Feeds.transfers(), 1300, Formats.CSV),
        STEP_UPS(Feeds.stepUps(), 700, Formats.CSV),
        NOTES(Feeds.notes(), 2300, Formats.CSV),
        WORKBOOK(Feeds.notes(), 2300, Formats.XLSX),
        XML(Feeds.transfers(), 1300, Formats.XML),
        JSON(Feeds.stepUps(), 700, Formats.JSON),
        JSON_LINES(Feeds.notes(), 2300, Formats.JSON_LINES),
        REFUSED(Feeds.notes(), 0, Formats.CSV);

        @SuppressWarnings("ImmutableEnumChecker") // its pattern never changes
        private final Feed feed;

        private final int rows;

        private final Formats format;

        Export(Feed feed, int rows, Formats format) {
            this.feed = feed;
            this.rows = rows;
            this.format = format;
        }

        byte[] bytes() {
            if (this == REFUSED) {
                return "no,such,headings\r\n1,2,3\r\n".getBytes(StandardCharsets.UTF_8);
            }
            List<List<String>> all = CsvReader.builder().ofCsvRecord(text()).stream()
                    .map(CsvRecord::getFields)
                    .toList();
            return format.write(all.get(0), all.subList(1, all.size()));
        }

        private String text() {
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
        byte[] bytes = export.bytes();
        Inbox undisturbed = new Inbox(Files.createDirectory(temp.resolve("undisturbed")));
        List<String> moments = new ArrayList<>();
        undisturbed.ledger.watch(moments::add);
        undisturbed.take(export.feed, undisturbed.put(export.feed, Feeds.STAMP, export.format.extension, bytes));
        assertThat(moments).hasSizeGreaterThan(1);

        for (int crash = 1; crash <= moments.size(); crash++) {
            Inbox inbox = new Inbox(Files.createDirectory(temp.resolve("crash-" + crash)));
            Path file = inbox.put(export.feed, Feeds.STAMP, export.format.extension, bytes);
            killAt(crash, inbox);
            assertThatThrownBy(() -> inbox.take(export.feed, file)).isInstanceOf(Killed.class);
            inbox.ledger.watch(moment -> {});
            if (Files.exists(file)) {
                inbox.take(export.feed, file);
            }
            inbox.noteMoved(export.feed);

            assertThat(outcome(inbox)).as("killed " + moments.get(crash - 1)).isEqualTo(outcome(undisturbed));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Export.class,
            names = {"TRANSFERS", "NOTES", "WORKBOOK", "XML", "JSON_LINES"})
    void a_crash_between_the_report_and_the_move_leaves_one_of_each(Export export) throws IOException {
        Inbox inbox = new Inbox(temp);
        Path file = inbox.put(export.feed, Feeds.STAMP, export.format.extension, export.bytes());
        inbox.take(export.feed, file);
        Map<String, String> undisturbed = outcome(inbox);
        Path moved = file.resolveSibling(".done").resolve(Inbox.DAY).resolve(file.getFileName());
        Files.move(moved, file);
        inbox.ledger.file().state = "read";

        inbox.take(export.feed, file);

        assertThat(outcome(inbox)).isEqualTo(undisturbed);
    }

    @Test
    void a_move_is_noted_only_of_a_file_that_is_gone_from_an_inbox_that_is_there() throws IOException {
        Feed feed = Feeds.transfers();
        Inbox inbox = new Inbox(temp);
        Path file = inbox.put(feed, Rows.heading(feed) + row(feed, "ID1"));
        inbox.take(feed, file);
        inbox.ledger.file().state = "read";
        Path folder = Objects.requireNonNull(file.getParent());
        Path away = temp.resolve("away");
        Files.move(folder, away);
        inbox.noteMoved(feed);
        assertThat(inbox.ledger.file().state).isEqualTo("read");

        Files.move(away, folder);
        Files.writeString(file, "another of that name");
        inbox.noteMoved(feed);
        assertThat(inbox.ledger.file().state).isEqualTo("read");

        Files.delete(file);
        inbox.noteMoved(feed);
        assertThat(inbox.ledger.file().state).isEqualTo("done");
    }

    private static void killAt(int call, Inbox inbox) {
        int[] calls = {0};
        inbox.ledger.watch(moment -> {
            if (++calls[0] == call) {
                throw new Killed();
            }
        });
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is left in the end: every file with its content, and what the ledger holds. */
    private static Map<String, String> outcome(Inbox inbox) {
        Map<String, String> outcome = new TreeMap<>();
        inbox.files().forEach(file -> outcome.put(file, content(inbox.home.resolve(file))));
        var ledger = inbox.ledger;
        outcome.put("watermark", String.valueOf(ledger.watermark));
        outcome.put("requests", ledger.requests.keySet().toString());
        outcome.put("notes", ledger.notes.keySet().toString());
        outcome.put("refused", String.valueOf(!ledger.refusals.isEmpty()));
        ledger.files.forEach(file -> outcome.put(
                "file " + file.id,
                file.state + " " + file.accepted + " " + file.repeated + " " + file.rejected + " " + file.batches
                        + file.trouble));
        return outcome;
    }
}
