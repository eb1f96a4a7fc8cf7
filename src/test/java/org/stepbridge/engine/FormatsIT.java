package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.intake.Formats;
import org.stepbridge.operations.generate.GenerateCommand;

/** A council may send its exports in whatever format it likes: what becomes of them is the same. */
class FormatsIT {
    private static final int REQUESTS = 300;

    @TempDir
    Path folder;

    @Test
    void the_same_exports_give_the_same_ledger_in_every_format() throws Exception {
        Path exports = folder.resolve("exports");
        assertThat(GenerateCommand.run(
                        List.of("--requests", "" + REQUESTS, "--seed", "7", "--out", exports.toString()), System.out))
                .isZero();
        List<String> expected = List.of();
        for (Formats format : Formats.values()) {
            List<String> ledger = ledger(format, exports);
            assertThat(ledger).hasSizeGreaterThan(2 * REQUESTS);
            expected = expected.isEmpty() ? ledger : expected;
            assertThat(ledger).as(format.name()).isEqualTo(expected);
        }
    }

    /** All that the ledger holds once these exports have been taken in, but for when it was. */
    private List<String> ledger(Formats format, Path exports) throws Exception {
        Path place = Files.createDirectory(folder.resolve(format.name()));
        try (Servers servers = new Servers(place)) {
            Home home = new Home(place.resolve("home"), servers.settings());
            try (var files = Files.list(exports)) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    if (name.startsWith("lcs-") || name.startsWith("ehm-")) {
                        String renamed = name.replace(".csv", "." + format.extension);
                        Files.write(home.inbox(name.substring(0, 3)).resolve(renamed), written(format, file));
                    }
                }
            }
            assertThat(home.run()).as(home.output()).isZero();
            JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(servers.database()));
            List<String> lines = new ArrayList<>();
            for (String sql : List.of(
                    "select concat_ws('|', feed, accepted, repeated, rejected, trouble) from intake_file order by feed",
                    "select reached::text from watermark",
                    "select concat_ws('|', note_id, encode(content_hash, 'hex'), problem) from note order by note_id",
                    "select concat_ws('|', r.source, r.source_id, r.version, encode(r.content_hash, 'hex'), r.state, r.urgent,"
                            + " v.payload, d.sentence, d.evidence) from request r join decision d on d.id = r.decision_id"
                            + " join request_version v on v.request_id = r.id order by r.source, r.source_id")) {
                lines.addAll(jdbc.sql(sql).query(String.class).list());
            }
            return lines;
        }
    }

    private static byte[] written(Formats format, Path csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            List<List<String>> rows = reader.stream().map(CsvRecord::getFields).toList();
            return format.write(rows.get(0), rows.subList(1, rows.size()));
        }
    }
}
