package org.stepbridge.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of a file's rejected rows (Row,Column,Value,Problem). It grows under a hidden name beside the file and
 * appears complete or not at all.
 */
final class Report implements Closeable {
    private final Path hidden;
    private @Nullable CsvWriter writer;

    Report(Path file) {
        hidden = file.resolveSibling("." + file.getFileName() + ".report.part");
    }

    /** Adds a line for each of these problems of a row. */
    void add(long row, List<Problem> problems) throws IOException {
        for (Problem problem : problems) {
            line(
                    String.valueOf(row),
                    harmless(problem.column()),
                    harmless(Rejections.shown(problem.value())),
                    problem.text());
        }
    }

    private void line(String... cells) throws IOException {
        if (writer == null) {
            writer = CsvWriter.builder().build(hidden, StandardCharsets.UTF_8);
            writer.writeRecord("Row", "Column", "Value", "Problem");
        }
        writer.writeRecord(cells);
    }

    /** Puts the report beside where the file is going to be, if there is anything to report. */
    void publish(Path target) throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
            Path report = target.resolveSibling(target.getFileName() + ".report.csv");
            Files.move(hidden, report, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A cell that no spreadsheet runs as a formula. */
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** Leaves nothing of a report that was not published. */
    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
            Files.deleteIfExists(hidden);
        }
    }
}
