package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.SHIRE;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.NoteRow;

class StreamingIT {
    private static final int ROWS = 300_000;
    private static final Feed NOTES = Feeds.notes();

    @TempDir
    private Path folder;

    @Test
    void however_long_a_file_is_only_the_batch_in_hand_and_the_next_are_in_memory() throws IOException, UnreadableFile {
        var generated = new GeneratedNotes();
        List<WeakReference<Batch<NoteRow>>> batches = new ArrayList<>();
        long[] most = {0, 0};
        ArrivedFile file = ArrivedFile.of(Files.writeString(folder.resolve("notes.csv"), "stands in for the stream"));
        var run = new FileRun<NoteRow>(file, SHIRE, 2000, batch -> {
            most[0] = Math.max(most[0], generated.rows - batch.rowsDone());
            batches.add(new WeakReference<>(batch));
            if (batches.size() % 50 == 0) {
                System.gc();
                most[1] = Math.max(
                        most[1],
                        batches.stream().filter(kept -> !kept.refersTo(null)).count());
            }
            return new FileProgress(1, batch.rowsDone(), batch.rowsDone(), 0, 0, false);
        });

        try (RowReader rows = CsvRows.of(generated, StandardCharsets.UTF_8, ',');
                Report report = new Report(file.path())) {
            var plan = new ColumnPlan(
                    NOTES.mapping(),
                    new HeadingRow(rows.next(), NOTES.mapping().columns()),
                    new LocalTimes(ZoneId.of("Europe/London")));
            run.read(
                    rows,
                    new NoteMapper(plan, file.hash()),
                    report,
                    new Found(),
                    new FileProgress(1, 0, 0, 0, 0, false));
        }

        assertThat(batches).hasSize(ROWS / 2000);
        // one more than a batch: whether a row is whole shows by the next
        assertThat(most[0]).as("rows read ahead of the ledger").isLessThanOrEqualTo(2000 + 1);
        assertThat(most[1]).as("batches still held").isBetween(1L, 2L);
    }

    /** A file that exists only as it is read. */
    private static final class GeneratedNotes extends InputStream {
        private long rows = -1;
        private byte[] row = Rows.heading(NOTES).getBytes(StandardCharsets.UTF_8);
        private int at;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == row.length) {
                rows++;
                if (rows == ROWS) {
                    return -1;
                }
                row = ("GN" + rows + ",E" + rows
                                + ",,,,,,General Note,13/11/2026,,Jo Bright,Manager,Contact,Agreed\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
                at = 0;
            }
            int count = Math.min(length, row.length - at);
            System.arraycopy(row, at, into, from, count);
            at += count;
            return count;
        }
    }
}
