package org.stepbridge;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.stepbridge.casework.Home;
import org.stepbridge.operations.command.CheckCommand;
import org.stepbridge.operations.command.DryRun;

/** Runs {@code check} on packs, text and intake alone: no database, no broker, no mail, no routes. */
final class CheckRun {
    private CheckRun() {}

    static int run(List<String> words, PrintStream out) {
        if (words.isEmpty()) {
            out.println("check: name the folder of a pack, such as mappings/<authority>");
            return CheckCommand.UNSOUND;
        }
        Path folder = Path.of(words.get(0)).toAbsolutePath().normalize();
        List<Path> exports = words.stream().skip(1).map(Path::of).toList();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "stepbridge.mappings",
                        folder.resolveSibling(".").normalize().toString(),
                        "stepbridge.authorities",
                        folder.getFileName().toString(),
                        "logging.level.root",
                        "OFF",
                        "logging.level.org.stepbridge",
                        "OFF"))
                .run()) {
            return context.getBean(CheckCommand.class).run(folder, exports);
        }
    }

    @ComponentScan({"org.stepbridge.packs", "org.stepbridge.text", "org.stepbridge.intake"})
    @Import({CaseworkConfiguration.class, DryRun.class})
    static class Parts {
        @Bean
        Home home() {
            return new Home(Path.of(System.getProperty("java.io.tmpdir"), "stepbridge-check"));
        }
    }
}
