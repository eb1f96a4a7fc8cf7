package org.stepbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Caseworker;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.Ledger;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Replay;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Request;
import org.stepbridge.operations.command.CheckCommand;
import org.stepbridge.operations.command.WhatIfCommand;
import org.stepbridge.packs.PackCopy;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TableHashes;
import org.stepbridge.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code whatif} on a ledger with requests of a real pack. */
class WhatIfRunIT {
    private static final Authority ROTHERHAM = new Authority("rotherham");
    private static final int MANY = 700;

    @TempDir
    static Path folder;

    private static DriverManagerDataSource source;
    private static Path stricter;
    private static ConfigurableApplicationContext context;

    private record Ran(int code, String printed) {}

    @BeforeAll
    static void fill() {
        stricter = stricterThanInForce();
        source = new DriverManagerDataSource(TestDatabase.url());
        Flyway.configure().dataSource(source).load().migrate();
        Map<String, String> empty = TableHashes.of(source);
        context = new SpringApplicationBuilder(WhatIfRun.Parts.class)
                .web(WebApplicationType.NONE)
                .run(settings());
        assertThat(TableHashes.of(source)).as("a start writes nothing").isEqualTo(empty);
        Ledger ledger = context.getBean(Ledger.class);
        var file = ledger.open(new FileArrival(ROTHERHAM, "lcs-transfers", "a.csv", "hash", 1, "", null));
        List<RequestRow> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String work = i % 100 == 0 ? "support" : "A parenting course for both parents and weekly visits";
            rows.add(new RequestRow(i + 2, request("T" + i, work), List.of()));
        }
        ledger.receive(
                new Batch<>(file.fileId(), ROTHERHAM, rows, List.of(), rows.size()), context.getBean(Caseworker.class));
        assertThat(TableHashes.of(source)).as("what is written shows").isNotEqualTo(empty);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void a_rule_that_returns_where_it_flagged_changes_the_vague_requests_and_no_other() {
        Ran ran = whatIf(stricter.toString());

        assertThat(ran.code()).isEqualTo(CheckCommand.SOUND);
        assertThat(ran.printed().lines())
                .startsWith(
                        "rotherham: 700 requests decided again, 7 differently by protocol 2027 than by 2021.1",
                        "",
                        "ROT-4: 7")
                .filteredOn(line -> line.matches("  ROT-\\d{4}-\\d{6} +co-working +waiting-for-evidence -> returned"))
                .hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void as_a_program_of_its_own_and_as_json_it_prints_one_object() {
        Ran ran = program("--json", stricter.toString(), "--since", "2026-01-01");

        JsonNode report = new JsonMapper().readTree(ran.printed());
        assertThat(report.get("replayed").asInt()).isEqualTo(700);
        assertThat(report.get("clauses")
                        .get(0)
                        .get("requests")
                        .get(0)
                        .get("after")
                        .asString())
                .isEqualTo("returned");
    }

    @Test
    void the_pack_itself_changes_nothing_and_since_leaves_earlier_requests_out() {
        assertThat(whatIf("mappings/rotherham").printed()).contains("700 requests decided again, 0 differently");
        LocalDate later = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        assertThat(whatIf(stricter.toString(), later).printed()).contains("0 requests decided again");
    }

    @Test
    void nothing_is_written_to_any_table() {
        Map<String, String> before = TableHashes.of(source);
        assertThat(before)
                .containsKeys("request", "decision", "audit", "outcome")
                .hasSizeGreaterThan(20);

        whatIf(stricter.toString());

        assertThat(TableHashes.of(source)).isEqualTo(before);
    }

    @Test
    void a_bad_pack_one_that_is_not_live_and_a_bad_day_are_told() {
        assertThat(whatIf("docs")).matches(ran -> ran.code() == CheckCommand.UNSOUND);
        assertThat(whatIf("mappings/york").printed()).startsWith("no pack called york is live");
        assertThat(program("mappings/rotherham", "--since", "Monday").printed()).contains("--since with a day");
    }

    private static Path stricterThanInForce() {
        return PackCopy.of("rotherham", folder)
                .edit("protocol.yaml", "protocolVersion: \"2021.1\"", "protocolVersion: \"2027\"")
                .edit(
                        "protocol.yaml",
                        "when: vague(request.workRequired)\n        then: flag",
                        "when: vague(request.workRequired)\n        then: return")
                .replaceAll(
                        "protocol.yaml",
                        "specific work is needed.\n        notices: [{ template: say-more, to: [requester, locality-manager] }]",
                        "specific work is needed.")
                .folder();
    }

    private static Request request(String id, String work) {
        Map<String, String> details = Map.of(
                "workRequired", work, "desiredOutcomes", "Both parents keep to the evening routine that they have set");
        return Given.coWorkingOf(ROTHERHAM, id, details);
    }

    private static String[] settings() {
        return new String[] {
            "--spring.datasource.url=" + source.getUrl(),
            "--stepbridge.home=" + folder.resolve("home"),
            "--camel.main.routes-include-pattern="
        };
    }

    private static Ran whatIf(String folder) {
        return whatIf(folder, null);
    }

    private static Ran whatIf(String folder, @Nullable LocalDate since) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code = new WhatIfCommand(
                        context.getBean(PackLoader.class),
                        context.getBean(Packs.class),
                        context.getBean(Replay.class),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(Path.of(folder).toAbsolutePath(), since, false);
        return new Ran(code, printed.toString(StandardCharsets.UTF_8));
    }

    private static Ran program(String... words) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(settings()));
        int code = WhatIfRun.run(all, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return new Ran(code, printed.toString(StandardCharsets.UTF_8));
    }
}
