package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.jms.TextMessage;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What hostile and broken exports do to the whole engine: nothing, but for the report that says so. */
class HostileDropIT {
    @TempDir
    static Path folder;

    private static Servers servers;
    private static Home home;
    private static HostileDrop drop;
    private static int code;

    @BeforeAll
    static void runOnce() throws Exception {
        servers = new Servers(folder);
        Map<String, String> settings = servers.settings();
        // a file without a line break at its end is waited for
        settings.put("stepbridge.intake.settle-unended", "1s");
        home = new Home(folder.resolve("home"), settings);
        drop = new HostileDrop(home);
        drop.write();
        code = home.run();
    }

    @AfterAll
    static void stop() throws Exception {
        servers.close();
    }

    @Test
    void the_run_ends_well_and_every_good_request_is_where_it_belongs() {
        assertThat(code).as(HostileDropIT::said).isZero();
        assertThat(states())
                .containsExactlyInAnyOrder(
                        "TR5001 allocated",
                        "TR5002 allocated",
                        "TR6001 allocated",
                        "+TR6002 returned",
                        "TR6003 queued-for-hub",
                        "SU6001 sent-to-mash");
        assertThat(said()).contains("rows = accepted + repeated + rejected").doesNotContain("OutOfMemory");
    }

    @Test
    void a_formula_is_shown_and_never_run() throws Exception {
        NamedCsvRecord allocation = line("allocations", "TR6001");
        assertThat(allocation.getField("WorkRequired")).isEqualTo("'" + HostileDrop.FORMULA);
        assertThat(allocation.getField("DesiredOutcomes")).isEqualTo("'@SUM(1+1)");
        assertThat(allocation.getField("NoteID")).isEqualTo("'=GN1");
        assertThat(allocation.getField("NoteAuthor")).isEqualTo("'+Siobhan Kelly");
        assertThat(line("lcs-returns", "'+TR6002").getField("ReasonCode")).isNotEmpty();
        assertThat(report("lcs", ".done", drop.name("lcs-transfers", "0600")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getField("Row")).isEqualTo("5");
                    assertThat(row.getField("Column")).isEqualTo("RequestedAt");
                    assertThat(row.getField("Value")).isEqualTo("'" + HostileDrop.FORMULA);
                });
    }

    @Test
    void a_line_break_makes_no_header_and_no_address() throws Exception {
        List<MimeMessage> mails = Mails.read(servers.mails());
        // to MASH, the alert to phone, the notice of the return and of the formulas, which are vague
        assertThat(mails).hasSize(4);
        for (MimeMessage mail : mails) {
            List<String> names = Collections.list(mail.getAllHeaders()).stream()
                    .map(jakarta.mail.Header::getName)
                    .toList();
            assertThat(names).doesNotContain("Bcc").doesNotHaveDuplicates();
            assertThat(mail.getSubject()).doesNotContain("Eve").doesNotContainPattern("[\\r\\n]");
            assertThat(mail.getReplyTo()).extracting(Object::toString).noneMatch(reply -> reply.contains("ev"));
            assertThat(mail.getRecipients(Message.RecipientType.TO))
                    .isNotEmpty()
                    .extracting(Object::toString)
                    .allMatch(to -> to.endsWith("@borough.example") || to.endsWith("@rotherham.gov.uk"))
                    .noneMatch(to -> to.startsWith("eve@"));
        }
    }

    @Test
    void a_hub_message_carries_no_header_of_the_senders() throws Exception {
        List<TextMessage> messages = servers.hubMessages();
        assertThat(messages).hasSize(1);
        TextMessage message = messages.get(0);
        List<String> names = new ArrayList<>();
        for (var all = message.getPropertyNames(); all.hasMoreElements(); ) {
            names.add(String.valueOf(all.nextElement()));
        }
        names.removeIf(name -> name.startsWith("JMSX"));
        assertThat(names).isSubsetOf("_AMQ_DUPL_ID", "contentType", "JMS_AMQP_ContentType", "__AMQ_CID");
        assertThat(message.getStringProperty("_AMQ_DUPL_ID")).hasSize(36);
        assertThat(message.getText())
                .contains("\"programme\":\"CamelFileName\"")
                .doesNotContain("evil");
    }

    @Test
    void no_file_is_written_where_a_cell_says() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).noneMatch(name -> name.contains("evil"));
        }
    }

    @Test
    void a_line_of_two_hundred_megabytes_costs_its_row_and_one_instead_of_headings_its_file() throws Exception {
        assertThat(report("lcs", ".done", drop.name("lcs-transfers", "0500")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getField("Row")).isEqualTo("3");
                    assertThat(row.getField("Problem")).contains("longer than");
                    assertThat(row.getField("Value").length()).isLessThan(1000);
                });
        assertThat(report("lcs", ".failed", drop.name("lcs-transfers", "0100")))
                .singleElement()
                .satisfies(row -> assertThat(row.getField("Problem")).contains("headings cannot be read"));
    }

    @Test
    void an_empty_file_is_refused_and_one_with_headings_only_is_taken() throws Exception {
        assertThat(report("lcs", ".failed", drop.name("lcs-transfers", "0200")))
                .singleElement()
                .satisfies(row -> assertThat(row.getField("Problem")).contains("Nothing is in the file"));
        assertThat(find("lcs", ".done", drop.name("lcs-transfers", "0300"))).isNotNull();
    }

    @Test
    void a_folder_named_like_an_export_stays_and_is_listed() throws Exception {
        Path directory = home.inbox("lcs").resolve(drop.name("lcs-transfers", "0400"));
        assertThat(directory).isEmptyDirectory();
        assertThat(said()).contains(directory.getFileName() + ": It is a folder named like a file.");
    }

    private static String said() {
        try {
            return home.output();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> states() {
        return JdbcClient.create(new DriverManagerDataSource(servers.database()))
                .sql("select source_id || ' ' || state from request")
                .query(String.class)
                .list();
    }

    /** The line about this request in the files of an outbox folder. */
    private static NamedCsvRecord line(String outbox, String id) throws Exception {
        List<NamedCsvRecord> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.outbox().resolve(outbox))) {
            for (Path file : files.toList()) {
                found.addAll(rows(file).stream()
                        .filter(row -> row.getField("TransferID").equals(id))
                        .toList());
            }
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<NamedCsvRecord> report(String system, String shelf, String name) throws Exception {
        return rows(find(system, shelf, name + ".report.csv"));
    }

    private static Path find(String system, String shelf, String name) throws Exception {
        try (Stream<Path> files = Files.walk(home.inbox(system).resolve(shelf))) {
            Map<Boolean, List<Path>> all = files.collect(
                    Collectors.partitioningBy(file -> file.endsWith(Path.of(name)) && Files.isRegularFile(file)));
            assertThat(all.get(true)).as("%s among %s", name, all.get(false)).hasSize(1);
            return all.get(true).get(0);
        }
    }

    private static List<NamedCsvRecord> rows(Path file) throws Exception {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        }
    }
}
