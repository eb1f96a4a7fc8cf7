package org.stepbridge.engine;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Generated exports in portions: the notes whole, and the requests as files of their own that are dropped one after another. */
final class Portions {
    private static final Pattern STAMP = Pattern.compile("\\d{8}T\\d{4}");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm");

    private Portions() {}

    /** So many folders with the files of a portion each; the first has the notes. */
    static List<Path> of(Path exports, Path into, int count) throws IOException {
        List<Path> portions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            portions.add(Files.createDirectories(into.resolve("portion-" + i)));
        }
        try (Stream<Path> files = Files.list(exports)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("ehm-notes")) {
                    Files.copy(file, portions.get(0).resolve(name));
                } else if (name.startsWith("lcs-") || name.startsWith("ehm-")) {
                    split(file, portions);
                }
            }
        }
        return portions;
    }

    private static void split(Path file, List<Path> portions) throws IOException {
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            rows = reader.stream().toList();
        }
        int each = (rows.size() - 1 + portions.size() - 1) / portions.size();
        for (int i = 0; i < portions.size(); i++) {
            int from = 1 + i * each;
            int to = Math.min(rows.size(), from + each);
            if (from < to) {
                write(portions.get(i).resolve(earlier(file, portions.size() - i)), rows.get(0), rows.subList(from, to));
            }
        }
    }

    private static void write(Path file, CsvRecord header, List<CsvRecord> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(header.getFields());
            rows.forEach(row -> csv.writeRecord(row.getFields()));
        }
    }

    /** The name with an extract time so many minutes earlier, so that no export is from the future. */
    private static String earlier(Path file, int minutes) {
        Matcher stamp = STAMP.matcher(file.getFileName().toString());
        return stamp.replaceFirst(found ->
                FORMAT.format(LocalDateTime.parse(found.group(), FORMAT).minusMinutes(minutes)));
    }
}
