package org.stepbridge.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.casework.PackLoader.Result;
import org.stepbridge.packs.PackRule;
import org.stepbridge.packs.PackText;
import org.stepbridge.packs.Scenario;

/** Takes rules out of packs and looks whether a scenario notices. */
final class TakenOut {
    private static final Set<String> UNDECIDING = Set.of("samples", "scenarios");

    private final PackLoader loader;
    private final Play play;
    private final Path folder;

    TakenOut(PackLoader loader, Play play, Path folder) {
        this.loader = loader;
        this.play = play;
        this.folder = folder;
    }

    /** Whether it is noticed that this rule is missing: the check refuses the pack, or a scenario of its clause fails. */
    boolean noticed(Path pack, PackRule rule, List<Scenario> scenarios) {
        Path copy = folder.resolve("taken-out").resolve(pack.getFileName());
        try {
            copy(pack, copy);
            Files.writeString(
                    copy.resolve("protocol.yaml"),
                    rule.takenOut(PackText.protocol(pack)).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!(loader.load(copy) instanceof Result.Loaded loaded)) {
            return true;
        }
        Pack without = loaded.pack();
        return scenarios.stream()
                .filter(scenario -> scenario.clauses().contains(rule.clause()))
                .anyMatch(scenario -> !play.wrong(scenario, without).isEmpty());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !UNDECIDING.contains(
                            from.relativize(file).getName(0).toString()))
                    .toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
