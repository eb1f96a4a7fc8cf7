package org.stepbridge.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The source systems' ids of what came out, by way of delivery, each as often as it was there. */
public record Delivered(
        List<String> returns, List<String> allocations, List<String> hubMessages, List<String> mashMails) {

    /** The two ways by file are read from an outbox, the others are given. */
    public static Delivered from(Path outbox, List<String> hubMessages, List<String> mashMails) throws IOException {
        return new Delivered(
                transferIds(outbox.resolve("lcs-returns")),
                transferIds(outbox.resolve("allocations")),
                hubMessages,
                mashMails);
    }

    private static List<String> transferIds(Path folder) throws IOException {
        List<String> ids = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return ids;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.csv")) {
            for (Path file : files) {
                try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                    rows.forEach(row -> ids.add(row.getField("TransferID")));
                }
            }
        }
        return ids;
    }
}
