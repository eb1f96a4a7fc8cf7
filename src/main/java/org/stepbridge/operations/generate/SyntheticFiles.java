package org.stepbridge.operations.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The three exports and the truth about them, open for writing: UTF-8, CRLF, quotes only where needed. */
record SyntheticFiles(CsvWriter transfers, CsvWriter stepUps, CsvWriter notes, CsvWriter truth) implements Closeable {

    static SyntheticFiles in(Path folder, SyntheticPlan plan) throws IOException {
        Files.createDirectories(folder);
        return of(
                Files.newBufferedWriter(folder.resolve(plan.fileName("lcs-transfers"))),
                Files.newBufferedWriter(folder.resolve(plan.fileName("ehm-stepups"))),
                Files.newBufferedWriter(folder.resolve(plan.fileName("ehm-notes"))),
                Files.newBufferedWriter(folder.resolve("truth.csv")));
    }

    static SyntheticFiles of(Writer transfers, Writer stepUps, Writer notes, Writer truth) {
        return new SyntheticFiles(csv(transfers), csv(stepUps), csv(notes), csv(truth));
    }

    private static CsvWriter csv(Writer writer) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    }

    @Override
    public void close() throws IOException {
        try (transfers;
                stepUps;
                notes;
                truth) {
            // Closing in this way closes the others although one fails.
        }
    }
}
