package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.intake.Formats;
import org.stepbridge.operations.generate.GenerateCommand;
import org.stepbridge.routing.CouncilServer;

/** A council may send its exports in whatever format and by whatever way it likes: what becomes of them is the same. */
class FormatsIT {
    /** {@code bin/formats} asks for more. */
    private static final int REQUESTS = Integer.getInteger("stepbridge.formats.requests", 300);

    @TempDir
    Path folder;

    private Path exports;

    @BeforeEach
    void generate() {
        exports = folder.resolve("exports");
        assertThat(GenerateCommand.run(
                        List.of("--requests", "" + REQUESTS, "--seed", "7", "--out", exports.toString()), System.out))
                .isZero();
    }

    @Test
    void the_same_requests_give_the_same_ledger_in_every_format_and_by_every_way() throws Exception {
        Map<String, List<String>> expected = dropped(Formats.CSV);
        assertThat(expected.get("request")).hasSize(REQUESTS);
        assertThat(expected.get("note")).hasSizeGreaterThan(REQUESTS);
        for (Formats format : Formats.values()) {
            if (format != Formats.CSV) {
                same(format.name(), dropped(format), expected);
            }
        }
        same("SFTP", fetched(), expected);
        same("SQL view", polled(), expected);
    }

    /** Says the first difference in each table. */
    private static void same(String way, Map<String, List<String>> ledger, Map<String, List<String>> expected) {
        assertThat(ledger.keySet()).isEqualTo(expected.keySet());
        SoftAssertions all = new SoftAssertions();
        expected.forEach((table, lines) -> {
            List<String> found = ledger.get(table);
            int same = 0;
            while (same < Math.min(lines.size(), found.size())
                    && found.get(same).equals(lines.get(same))) {
                same++;
            }
            all.assertThat(same < found.size() ? found.get(same) : "")
                    .as("%s, %s, line %s of %s and %s", way, table, same, found.size(), lines.size())
                    .isEqualTo(same < lines.size() ? lines.get(same) : "");
        });
        all.assertAll();
    }

    private Map<String, List<String>> dropped(Formats format) throws Exception {
        Path place = Files.createDirectory(folder.resolve(format.name()));
        try (Servers servers = new Servers(place)) {
            Home home = new Home(place.resolve("home"), servers.settings());
            for (Path file : files()) {
                String name = file.getFileName().toString();
                String renamed = name.replace(".csv", "." + format.extension);
                Files.write(home.inbox(name.substring(0, 3)).resolve(renamed), written(format, file));
            }
            return run(format.name(), home, servers);
        }
    }

    private Map<String, List<String>> fetched() throws Exception {
        Path place = Files.createDirectory(folder.resolve("sftp"));
        try (Servers servers = new Servers(place);
                CouncilServer council = new CouncilServer(place)) {
            Path mappings = Mappings.rotherham(place);
            Path feeds = mappings.resolve("rotherham/feeds.yaml");
            Files.writeString(
                    feeds,
                    Files.readString(feeds)
                            .replaceAll(
                                    "( +)uri: file:(.*)",
                                    "$1uri: sftp://127.0.0.1:" + council.port() + "/\n$1directory: $2"));
            for (Path file : files()) {
                Files.copy(file, council.files.resolve(file.getFileName()));
            }
            Map<String, String> settings = new HashMap<>(servers.settings());
            settings.put("stepbridge.mappings", mappings.toString());
            settings.put("stepbridge.sftp.accounts[0].host", "127.0.0.1");
            settings.put("stepbridge.sftp.accounts[0].user", CouncilServer.USER);
            settings.put("stepbridge.sftp.accounts[0].password", CouncilServer.PASSWORD);
            Home home = new Home(place.resolve("home"), settings);
            Files.createDirectories(home.path().resolve("sftp"));
            Files.writeString(home.path().resolve("sftp/known_hosts"), council.knownHost());
            Map<String, List<String>> ledger = run("SFTP", home, servers);
            assertThat(council.files.resolve(".fetched")).isDirectoryContaining("glob:**.csv");
            return ledger;
        }
    }

    private Map<String, List<String>> polled() throws Exception {
        Path place = Files.createDirectory(folder.resolve("sql"));
        CouncilViews views = new CouncilViews();
        views.fill(exports);
        try (Servers servers = new Servers(place)) {
            return run("SQL view", new Home(place.resolve("home"), views.settings(servers, place)), servers);
        }
    }

    private static Map<String, List<String>> run(String way, Home home, Servers servers) throws Exception {
        long start = System.nanoTime();
        assertThat(home.run()).as(home.output()).isZero();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Map<String, List<String>> ledger =
                Ledgers.everything(JdbcClient.create(new DriverManagerDataSource(servers.database())));
        System.out.printf(
                "FormatsIT: %-10s %6d requests, %6d notes, %7d lines of ledger, %6.1f s%n",
                way,
                ledger.getOrDefault("request", List.of()).size(),
                ledger.getOrDefault("note", List.of()).size(),
                ledger.values().stream().mapToInt(List::size).sum(),
                took.toMillis() / 1000.0);
        return ledger;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(exports)) {
            return files.filter(file -> file.getFileName().toString().matches("(lcs|ehm)-.*"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] written(Formats format, Path csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            List<List<String>> rows = reader.stream().map(CsvRecord::getFields).toList();
            return format.write(rows.get(0), rows.subList(1, rows.size()));
        }
    }
}
