package org.stepbridge;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Replay;
import org.stepbridge.operations.command.CheckCommand;
import org.stepbridge.operations.command.WhatIfCommand;

/** Runs {@code whatif} on packs, text and the ledger alone: no broker, no mail, no routes, no migration of the database. */
final class WhatIfRun {
    private static final String SINCE = "--since";
    private static final String JSON = "--json";

    private WhatIfRun() {}

    static int run(List<String> words, PrintStream out) {
        int since = words.indexOf(SINCE);
        LocalDate day = null;
        try {
            if (since >= 0) {
                day = LocalDate.parse(since + 1 < words.size() ? words.get(since + 1) : "");
            }
        } catch (DateTimeException e) {
            out.println("whatif: write --since with a day, such as --since 2026-11-01");
            return CheckCommand.UNSOUND;
        }
        List<String> folders = Stream.iterate(0, i -> i < words.size(), i -> i + 1)
                .filter(i -> !words.get(i).startsWith("--") && (since < 0 || i != since + 1))
                .map(words::get)
                .toList();
        if (folders.size() != 1) {
            out.println("whatif: name the folder of one pack, such as mappings/<authority>");
            return CheckCommand.UNSOUND;
        }
        String[] settings = Stream.concat(
                        words.stream()
                                .filter(word -> word.startsWith("--") && !word.equals(JSON) && !word.equals(SINCE)),
                        Stream.of("--logging.threshold.console=OFF", "--camel.main.routes-include-pattern="))
                .toArray(String[]::new);
        Path folder = Path.of(folders.get(0)).toAbsolutePath().normalize();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .run(settings)) {
            return new WhatIfCommand(
                            context.getBean(PackLoader.class),
                            context.getBean(Packs.class),
                            context.getBean(Replay.class),
                            out)
                    .run(folder, day, words.contains(JSON));
        }
    }

    /** Without what puts packs in force at a first start, for that writes. */
    @ComponentScan(
            basePackages = {
                "org.stepbridge.packs",
                "org.stepbridge.text",
                "org.stepbridge.ledger",
                "org.stepbridge.operations.database",
                "org.stepbridge.operations.settings"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.stepbridge\\.packs\\.FirstActivation"))
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @Import(CaseworkConfiguration.class)
    static class Parts {}
}
