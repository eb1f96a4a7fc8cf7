package org.stepbridge.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.packs.ScenarioFiles;

/** Every scenario of every pack on one running engine with real servers. */
class ScenariosIT {
    @TempDir
    static Path folder;

    private static Council council;
    private static Play play;

    @BeforeAll
    static void start() throws Exception {
        council = new Council(folder);
        play = new Play(council);
    }

    @AfterAll
    static void stop() {
        council.close();
    }

    /** {@code -Dscenarios=<pack>} plays those of one pack only. */
    @TestFactory
    Stream<DynamicTest> every_scenario_of_every_pack_ends_as_it_says() {
        String only = System.getProperty("scenarios", "");
        return ScenarioFiles.packs(Path.of("mappings")).stream()
                .filter(pack -> only.isEmpty() || pack.getFileName().toString().equals(only))
                .flatMap(ScenariosIT::scenarios);
    }

    private static Stream<DynamicTest> scenarios(Path folder) {
        Pack pack = LivePacks.load(council.part(PackLoader.class), folder);
        return ScenarioFiles.of(folder).stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.toString(),
                        () -> assertThat(play.wrong(scenario, pack)).isEmpty()));
    }
}
