package org.stepbridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "org.stepbridge";
    private static final Arrows PROGRAM = Arrows.ofProgram(ROOT);
    private static final Path SOURCES = Path.of("src/main/java/org/stepbridge");

    @Test
    void everyArrowIsInTheFloorsTableAndNoneGoesRound() {
        assertThat(PROGRAM.breaches()).isEmpty();
    }

    @Test
    void everyPackageThatHasSourcesWasLookedAt() throws IOException {
        Map<String, Long> looked = PROGRAM.looked();

        assertThat(looked.keySet()).containsAll(packagesWithSources()).contains("model", "casework", "");
    }

    @Test
    void theTableItselfPointsDownOnly() {
        Map<String, Floor> floors = Floor.TABLE.stream().collect(Collectors.toMap(Floor::name, Function.identity()));

        for (Floor floor : Floor.TABLE) {
            assertThat(floor.mayUse())
                    .as(floor.name())
                    .allSatisfy(used -> assertThat(floors.get(used).number()).isLessThan(floor.number()));
        }
    }

    @Test
    void everyPackageSaysInOneSentenceWhatItIsFor() throws IOException {
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            List<Path> silent = paths.filter(Files::isDirectory)
                    .filter(folder -> hasSources(folder) && !saysWhatItIsFor(folder.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    @Test
    void plantedBreachesAreFound() {
        String planted = ROOT + ".architecture.planted";
        List<String> breaches = Arrows.ofPlanted(planted).breaches();

        assertThat(breaches)
                .contains(
                        planted + ".model.UsesUpperFloor uses " + planted
                                + ".casework.UseCase: that arrow is not in the floors table",
                        planted + ".ledger.UsesOtherAdapter uses " + planted
                                + ".intake.Reader: that arrow is not in the floors table",
                        planted + ".model.UsesFramework uses org.springframework.util.StringUtils:"
                                + " model imports the JDK and JSpecify only",
                        planted + ".stray is not in the floors table")
                .anySatisfy(
                        breach -> assertThat(breach).contains("Cycle detected", "operations.one", "operations.two"));
        assertThat(breaches).noneMatch(breach -> breach.startsWith(planted + ".intake.Reader"));
    }

    private static Set<String> packagesWithSources() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            return folders.filter(Files::isDirectory)
                    .filter(ArchitectureTest::hasSourcesBelow)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static boolean hasSourcesBelow(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isDirectory).toList().stream().anyMatch(ArchitectureTest::hasSources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasSources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.endsWith(".java") && !name.equals("package-info.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean saysWhatItIsFor(Path info) {
        try {
            return Files.exists(info)
                    && Files.readString(info).contains("/**")
                    && Files.readString(info).contains("@NullMarked");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
