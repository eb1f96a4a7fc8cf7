package org.stepbridge.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.stepbridge.casework.SafeCell;

/** A table for a spreadsheet; no cell of it runs as a formula. */
final class CsvText {
    private CsvText() {}

    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** The table as a file of this name, which needs no quoting. */
    static ResponseEntity<String> download(String name, List<String> heading, List<List<String>> rows) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(TYPE)
                .body(of(heading, rows));
    }

    private static String of(List<String> heading, List<List<String>> rows) {
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
