package org.stepbridge.engine;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stepbridge.testing.TestDatabase;

/** A council's own database with a view for each of its exports. */
final class CouncilViews {
    private static final Map<String, String> KEYS =
            Map.of("lcs-transfers", "TransferID", "ehm-stepups", "StepUpID", "ehm-notes", "NoteID");

    private final String url = TestDatabase.url();

    String url() {
        return url;
    }

    /** Makes a table of each export, loaded at its extract time, that stands for a view. */
    void fill(Path exports) throws Exception {
        try (Stream<Path> files = Files.list(exports);
                Connection connection = DriverManager.getConnection(url)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("lcs-") || name.startsWith("ehm-")) {
                    fill(file, name.replaceFirst("-\\d.*", ""), name.replaceAll(".*-(\\d+T\\d+).*", "$1"), connection);
                }
            }
        }
    }

    private static void fill(Path file, String feed, String stamp, Connection connection)
            throws IOException, SQLException {
        String table = feed.replace('-', '_');
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            PreparedStatement insert = null;
            for (NamedCsvRecord row : rows) {
                List<String> header = row.getHeader();
                if (insert == null) {
                    String columns = "\"" + String.join("\" text, \"", header) + "\" text";
                    connection
                            .createStatement()
                            .execute("create table " + table + " (" + columns + ", \"LoadedAt\" timestamp)");
                    insert = connection.prepareStatement(
                            "insert into " + table + " values (" + "?, ".repeat(header.size()) + "to_timestamp('"
                                    + stamp + "', 'YYYYMMDD\"T\"HH24MI')::timestamp)");
                }
                for (int i = 0; i < header.size(); i++) {
                    insert.setString(i + 1, row.getField(i));
                }
                insert.addBatch();
            }
            if (insert != null) {
                insert.executeBatch();
            }
            // a view's names are not quoted by who reads it
            List<String> plain = new ArrayList<>();
            try (var columns = connection.getMetaData().getColumns(null, null, table, null)) {
                while (columns.next()) {
                    String column = columns.getString("COLUMN_NAME");
                    plain.add("\"" + column + "\" as " + column);
                }
            }
            connection
                    .createStatement()
                    .execute("create view " + table + "_view as select " + String.join(", ", plain) + " from " + table);
        }
    }

    /** The Rotherham pack with its feeds moved to views, and where these are. */
    Map<String, String> settings(Servers servers, Path folder) throws IOException {
        Path mappings = Mappings.rotherham(folder);
        Path feeds = mappings.resolve("rotherham/feeds.yaml");
        List<String> lines = new ArrayList<>();
        String feed = "";
        for (String line : Files.readAllLines(feeds)) {
            feed = line.matches("  [a-z-]+:") ? line.strip().replace(":", "") : feed;
            if (line.strip().startsWith("uri: file:") && KEYS.containsKey(feed)) {
                lines.add("    uri: sql:" + feed.replace('-', '_') + "_view?dataSource=hdm&watermark=LoadedAt&key="
                        + KEYS.get(feed));
                lines.add("    directory: " + line.strip().substring("uri: file:".length()));
            } else if (!line.strip().startsWith("smallest:")) { // a poll is as large as what is new
                lines.add(line);
            }
        }
        Files.write(feeds, lines);
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.put("stepbridge.mappings", mappings.toString());
        settings.put("stepbridge.sql.sources.hdm.url", url);
        return settings;
    }
}
