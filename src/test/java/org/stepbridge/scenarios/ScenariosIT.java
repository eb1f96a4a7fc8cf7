package org.stepbridge.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.packs.PackRule;
import org.stepbridge.packs.PackText;
import org.stepbridge.packs.Scenario;
import org.stepbridge.packs.ScenarioFiles;

/** Every scenario of every pack on one running engine with real servers. */
class ScenariosIT {
    private static final int TENTHS = 10;

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

    /** {@code -Dscenarios=<pack>,…} plays those of some packs only; a name that no pack has fails. */
    @TestFactory
    Stream<DynamicTest> every_scenario_of_every_pack_ends_as_it_says() {
        List<Path> packs = ScenarioFiles.packs(Path.of("mappings"));
        String only = System.getProperty("scenarios", "");
        return only.isEmpty()
                ? packs.stream().flatMap(ScenariosIT::scenarios)
                : Arrays.stream(only.split(",", -1)).flatMap(name -> scenarios(named(name.strip(), packs)));
    }

    private static Path named(String name, List<Path> packs) {
        return packs.stream()
                .filter(pack -> pack.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("-Dscenarios: no pack with scenarios is called '" + name + "'"));
    }

    /** Nobody has touched it: what the template says of an invented council holds. */
    @TestFactory
    Stream<DynamicTest> a_pack_as_bin_new_council_makes_it_is_accepted_and_its_scenarios_end_as_they_say()
            throws Exception {
        Path packs = folder.resolve("new-councils");
        Process made = new ProcessBuilder("bin/new-council", "north-shire", "NSH", packs.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        return scenarios(packs.resolve("north-shire"));
    }

    private static Stream<DynamicTest> scenarios(Path folder) {
        Pack pack = LivePacks.load(council.part(PackLoader.class), folder);
        return ScenarioFiles.of(folder).stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.toString(),
                        () -> assertThat(play.wrong(scenario, pack)).isEmpty()));
    }

    /**
     * A tenth of all rules, another one each day; all with {@code -Dmutate=all}, those of one pack with
     * {@code -Dmutate=<pack>}.
     */
    @TestFactory
    Stream<DynamicTest> no_rule_of_a_pack_can_be_taken_out_unnoticed() {
        String which = System.getProperty("mutate", "");
        TakenOut takenOut = new TakenOut(council.part(PackLoader.class), play, folder);
        int tenth = LocalDate.now(ZoneOffset.UTC).getDayOfYear() % TENTHS;
        AtomicInteger number = new AtomicInteger();
        return ScenarioFiles.packs(Path.of("mappings")).stream()
                .filter(pack -> which.isEmpty()
                        || which.equals("all")
                        || which.equals(pack.getFileName().toString()))
                .flatMap(pack -> {
                    List<Scenario> scenarios = ScenarioFiles.of(pack);
                    return PackRule.of(PackText.protocol(pack)).stream()
                            .filter(rule -> number.getAndIncrement() % TENTHS == tenth || !which.isEmpty())
                            .map(rule -> DynamicTest.dynamicTest(
                                    rule.toString(),
                                    () -> assertThat(takenOut.noticed(pack, rule, scenarios))
                                            .as("a scenario fails without " + rule)
                                            .isTrue()));
                });
    }
}
