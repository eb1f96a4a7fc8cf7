package org.stepbridge;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.stepbridge.casework.Home;
import org.stepbridge.operations.command.CheckCommand;
import org.stepbridge.operations.command.DryRun;

/** Runs {@code check} on packs, text and intake alone: no database, no broker, no mail, no routes. */
final class CheckRun {
    /** As arguments these win over every other source of settings, the program's own application.yaml included. */
    private static final List<String> SETTINGS = List.of(
            // what it prints is its whole output: what the intake would log is in it
            "--logging.threshold.console=OFF",
            // what a run would need, and guards ask for, is not used here
            "--stepbridge.mode=trial",
            "--stepbridge.mappings=.",
            "--camel.main.routes-include-pattern=");

    private static final String JSON = "--json";

    private CheckRun() {}

    static int run(List<String> words, PrintStream out) {
        List<String> names =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        if (names.isEmpty()) {
            out.println("check: name the folder of a pack, such as mappings/<authority>");
            return CheckCommand.UNSOUND;
        }
        Path folder = Path.of(names.get(0)).toAbsolutePath().normalize();
        List<Path> exports = names.stream().skip(1).map(Path::of).toList();
        try (ConfigurableApplicationContext context = start(words, out)) {
            return context.getBean(CheckCommand.class).run(folder, exports, words.contains(JSON));
        }
    }

    /** The parts, with the settings among these words. */
    static ConfigurableApplicationContext start(List<String> words, PrintStream out) {
        String[] settings = Stream.concat(
                        words.stream().filter(word -> word.startsWith("--") && !word.equals(JSON)), SETTINGS.stream())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .initializers((GenericApplicationContext parts) -> parts.registerBean(
                        "checkOutput", PrintStream.class, () -> out, bean -> bean.setDestroyMethodName(null)))
                .run(settings);
    }

    /** All packs under {@code stepbridge.mappings} are left out: only the one that is checked is live. */
    @ComponentScan(
            basePackages = {"org.stepbridge.packs", "org.stepbridge.text", "org.stepbridge.intake"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.stepbridge\\.packs\\.(MappingsPacks|PackStore|FirstActivation)"))
    @Import({CaseworkConfiguration.class, DryRun.class})
    static class Parts {
        @Bean
        Home home() {
            return new Home(Path.of(System.getProperty("java.io.tmpdir"), "stepbridge-check"));
        }
    }
}
