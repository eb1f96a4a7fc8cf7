package org.stepbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Caseworker;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.Ledger;
import org.stepbridge.casework.PackChanges;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Request;
import org.stepbridge.packs.PackCopy;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.TestDatabase;

/** A pack that changes while two nodes decide by it. */
class ActivationIT {
    private static final Authority ROTHERHAM = new Authority("rotherham");

    @TempDir
    Path folder;

    private final DriverManagerDataSource source = new DriverManagerDataSource(TestDatabase.url());
    private final JdbcClient jdbc = JdbcClient.create(source);

    @Test
    void changed_files_decide_nothing_until_somebody_activates_them_and_what_is_decided_keeps_its_version() {
        Flyway.configure().dataSource(source).load().migrate();
        PackCopy pack = PackCopy.of("rotherham", folder);
        try (ConfigurableApplicationContext here = node();
                ConfigurableApplicationContext there = node()) {
            PackChanges changes = here.getBean(PackChanges.class);
            String first = changes.standing(ROTHERHAM).changed().orElseThrow().contentHash();
            changes.activate(ROTHERHAM, first, "stepbridge", "the first start");
            there.getBean(PackChanges.class).renew();
            take(here, "T1");

            pack.edit("protocol.yaml", "protocolVersion: \"2021.1\"", "protocolVersion: \"2027\"");
            take(here, "T2");
            changes.renew();
            take(there, "T3");
            String seen = changes.standing(ROTHERHAM).changed().orElseThrow().contentHash();
            assertThat(changes.activate(ROTHERHAM, seen, "user:it", "the framework of 2027"))
                    .isEqualTo(PackChanges.ActResult.DONE);
            take(here, "T4");
            there.getBean(PackChanges.class).renew();
            take(there, "T5");
        }

        assertThat(versions()).containsExactly("T1 2021.1", "T2 2021.1", "T3 2021.1", "T4 2027", "T5 2027");
        assertThat(jdbc.sql("select actor || ' ' || detail from audit where action = 'pack-activated' order by id")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("user:it protocol 2027 (content ")
                .contains(" in place of 2021.1 (content ")
                .endsWith(": the framework of 2027");
    }

    private List<String> versions() {
        return jdbc.sql("""
                        select r.source_id || ' ' || d.protocol_version from request r join decision d on d.request_id = r.id
                        order by r.source_id""").query(String.class).list();
    }

    private ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(WhatIfRun.Parts.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + source.getUrl(),
                        "--stepbridge.home=" + folder.resolve("home"),
                        "--stepbridge.mappings=" + folder,
                        "--camel.main.routes-include-pattern=");
    }

    private static void take(ConfigurableApplicationContext node, String id) {
        Ledger ledger = node.getBean(Ledger.class);
        var file = ledger.open(new FileArrival(ROTHERHAM, "lcs-transfers", id + ".csv", "hash" + id, 1, "", null));
        Request request = Given.coWorkingOf(ROTHERHAM, id, Map.of());
        ledger.receive(
                new Batch<>(file.fileId(), ROTHERHAM, List.of(new RequestRow(2, request, List.of())), List.of(), 1),
                node.getBean(Caseworker.class));
    }
}
