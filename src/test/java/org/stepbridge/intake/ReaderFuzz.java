package org.stepbridge.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Feed;

/**
 * What Jazzer runs in a process of its own, with inputs that reach more and more of a reader: whatever the bytes are,
 * reading and mapping them ends with rows, with faults of rows, or with a refusal that says why.
 */
public final class ReaderFuzz {
    private static final Feed FEED = Feeds.notes();
    private static final LocalTimes TIMES = new LocalTimes(ZoneId.of("Europe/London"));

    /** The readers, each with files to begin with. */
    public enum Reader {
        CSV(Formats.CSV),
        XLSX(Formats.XLSX),
        /** The input is the sheet within a workbook that is whole otherwise. */
        XLSX_SHEET(Formats.XLSX),
        XML(Formats.XML),
        JSON(Formats.JSON),
        JSON_LINES(Formats.JSON_LINES);

        private final Formats format;

        Reader(Formats format) {
            this.format = format;
        }

        /** Inputs that are all right, to begin with. */
        List<byte[]> seeds() {
            List<String> headings = Feeds.headings(FEED);
            List<String> row = new ArrayList<>();
            for (String heading : headings) {
                row.add(heading.contains("Date") ? "01/11/2026" : heading.equals("NHSNumber") ? "9990000018" : "A 1");
            }
            List<List<String>> rows = List.of(row, row);
            return this == XLSX_SHEET
                    ? List.of(new Workbook().texts(headings).texts(row).sheet().getBytes(StandardCharsets.UTF_8))
                    : List.of(format.write(headings, rows), format.write(headings, List.of()));
        }

        private byte[] file(byte[] input) {
            return this == XLSX_SHEET
                    ? new Workbook().texts(List.of("A")).bytesWith("xl/worksheets/sheet1.xml", input)
                    : input;
        }
    }

    /** Instead of a reader's name: the first byte of each input says which one gets the rest. */
    static final String ALL = "ALL";

    private static @Nullable Reader only;
    private static Path folder = Path.of("");

    private ReaderFuzz() {}

    /** Called by Jazzer once: the reader's name, or {@link #ALL}, and the folder for the files. */
    public static void fuzzerInitialize(String[] args) {
        only = args[0].equals(ALL) ? null : Reader.valueOf(args[0]);
        folder = Path.of(args[1]);
    }

    /** Called by Jazzer for each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (only != null) {
            read(only, input);
        } else if (input.length > 0) {
            Reader[] readers = Reader.values();
            read(readers[Math.floorMod(input[0], readers.length)], Arrays.copyOfRange(input, 1, input.length));
        }
    }

    /** The file that the reader's latest input was written to. */
    static Path file(Path folder, Reader reader) {
        return folder.resolve(reader + "." + reader.format.extension);
    }

    private static void read(Reader reader, byte[] input) {
        try {
            Path file = file(folder, reader);
            Files.write(file, reader.file(input));
            read(ArrivedFile.of(file));
        } catch (IOException broken) {
            throw new UncheckedIOException("a file's bytes must not look like a disk that fails", broken);
        }
    }

    private static void read(ArrivedFile arrived) throws IOException {
        try (RowReader rows = RowReaders.open(arrived, FEED.mapping(), new Found())) {
            var plan = new ColumnPlan(
                    FEED.mapping(), new HeadingRow(rows.next(), FEED.mapping().columns()), TIMES);
            var mapper = new NoteMapper(plan, arrived.hash());
            long before = 0;
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                if (row.number() <= before) {
                    throw new IllegalStateException("row " + row.number() + " comes after row " + before);
                }
                before = row.number();
                if (mapper.map(row) instanceof Mapped.Bad<?> bad
                        && bad.problems().isEmpty()) {
                    throw new IllegalStateException("row " + before + " is bad without a reason");
                }
            }
        } catch (UnreadableFile refused) {
            Objects.checkIndex(0, refused.problem().length());
        }
    }
}
