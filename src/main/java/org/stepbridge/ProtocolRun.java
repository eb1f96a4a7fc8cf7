package org.stepbridge;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.stepbridge.operations.command.CheckCommand;
import org.stepbridge.operations.command.ProtocolCommand;

/** Runs {@code protocol} with what {@code check} runs with. */
final class ProtocolRun {
    private ProtocolRun() {}

    static int run(List<String> words, PrintStream out) {
        Optional<String> folder =
                words.stream().filter(word -> !word.startsWith("--")).findFirst();
        if (folder.isEmpty()) {
            out.println("protocol: name the folder of a pack, such as mappings/<authority>");
            return CheckCommand.UNSOUND;
        }
        try (ConfigurableApplicationContext context = CheckRun.start(words, out)) {
            return context.getBean(ProtocolCommand.class)
                    .run(Path.of(folder.get()).toAbsolutePath().normalize());
        }
    }
}
