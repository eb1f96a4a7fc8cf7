package org.stepbridge.scenarios;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The council that reads the files which the program writes for it. */
final class OutFiles {
    private final Path home;

    OutFiles(Path home) {
        this.home = home;
    }

    /** Takes every line of the files in this folder of the outbox, and the files away. */
    List<Map<String, String>> take(String authority, String folder) throws IOException {
        Path files = home.resolve("outbox").resolve(authority).resolve(folder);
        List<Map<String, String>> lines = new ArrayList<>();
        if (!Files.isDirectory(files)) {
            return lines;
        }
        try (Stream<Path> written = Files.list(files)) {
            for (Path file : written.sorted().toList()) {
                try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
                    reader.forEach(line -> lines.add(line.getFieldsAsMap()));
                }
                Files.delete(file);
            }
        }
        return lines;
    }

    /** Takes everything away. */
    void clear() throws IOException {
        for (String folder : List.of("inbox", "outbox")) {
            if (Files.isDirectory(home.resolve(folder))) {
                try (Stream<Path> all = Files.walk(home.resolve(folder))) {
                    for (Path file : all.filter(Files::isRegularFile).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
