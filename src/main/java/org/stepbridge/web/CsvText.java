package org.stepbridge.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.stepbridge.casework.SafeCell;

/** A table for a spreadsheet; no cell of it runs as a formula. */
final class CsvText {
    private CsvText() {}

    static String of(List<String> heading, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(heading);
            rows.forEach(row -> csv.writeRecord(row.stream().map(SafeCell::of).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
