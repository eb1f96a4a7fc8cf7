package org.stepbridge.intake;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.stepbridge.casework.Feed;
import org.stepbridge.model.Authority;

/** Prints how many rows a second one core reads and maps, the ledger left out: {@code IntakeSpeed <folder of exports>}. */
final class IntakeSpeed {
    private static final int ROUNDS = 5;

    private IntakeSpeed() {}

    /** Reads every export in the folder several times. */
    public static void main(String[] arguments) throws IOException, UnreadableFile {
        for (int round = 0; round < ROUNDS; round++) {
            for (Feed feed : List.of(Feeds.transfers(), Feeds.stepUps(), Feeds.notes())) {
                try (DirectoryStream<Path> files =
                        Files.newDirectoryStream(Path.of(arguments[0]), feed.id() + "-*.csv")) {
                    for (Path file : files) {
                        measure(feed, file);
                    }
                }
            }
        }
    }

    /** Processor time of this thread, so that a busy machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void measure(Feed feed, Path path) throws IOException, UnreadableFile {
        long start = cpu();
        ArrivedFile file = ArrivedFile.of(path);
        long hashed = cpu();
        long rows = 0;
        long bad = 0;
        try (RowReader reader = RowReaders.open(file, feed.mapping(), new Found())) {
            var times = new LocalTimes(ZoneId.of("Europe/London"));
            var plan = new ColumnPlan(
                    feed.mapping(), new HeadingRow(reader.next(), feed.mapping().columns()), times);
            RowMapper<?> mapper = feed.kind() == Feed.Kind.NOTES
                    ? new NoteMapper(plan, file.hash())
                    : new RequestMapper(new Authority("shire"), feed.kind(), plan);
            for (RawRow row = reader.next(); row != null; row = reader.next()) {
                rows++;
                bad += mapper.map(row) instanceof Mapped.Bad ? 1 : 0;
            }
        }
        double seconds = (cpu() - hashed) / 1e9;
        System.out.printf(
                "%-14s %,9d rows, %d bad, %,9.0f rows/s, %4.0f MB/s, hash %.2f s%n",
                feed.id(), rows, bad, rows / seconds, file.looks().bytes() / seconds / 1e6, (hashed - start) / 1e9);
    }
}
