package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each reader under coverage-guided fuzzing for a bounded time: {@code -Dstepbridge.fuzz.seconds=600} for longer, as
 * {@code bin/fuzz} does. An input that breaks one is kept in {@code target/fuzz}.
 */
class FuzzIT {
    private static final String SECONDS = System.getProperty("stepbridge.fuzz.seconds", "6");
    private static final Path KEPT = Path.of("target", "fuzz").toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(ReaderFuzz.Reader.class)
    void no_bytes_break_a_reader(ReaderFuzz.Reader reader) throws Exception {
        Path log = folder.resolve("jazzer.log");

        int exitCode = jazzer(reader, log);

        String said = Files.readString(log);
        assertThat(exitCode)
                .as("%s%nAn input that breaks it is in %s", said, KEPT)
                .isZero();
        assertThat(said).as("it did fuzz").containsPattern("Done [1-9]\\d* runs");
    }

    private int jazzer(ReaderFuzz.Reader reader, Path log) throws IOException, InterruptedException {
        Files.createDirectories(KEPT);
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        for (byte[] seed : reader.seeds()) {
            Files.write(Files.createTempFile(seeds, "seed", ""), seed);
        }
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Jazzer.class.getName(),
                        "--target_class=" + ReaderFuzz.class.getName(),
                        "--target_args=" + reader + " " + folder,
                        "--instrumentation_includes=org.stepbridge.intake.**:de.siegmar.fastcsv.**:org.dhatim.**",
                        "--custom_hook_includes=org.stepbridge.intake.**",
                        "--reproducer_path=" + KEPT,
                        "-artifact_prefix=" + KEPT + "/" + reader + "-",
                        "-max_total_time=" + SECONDS,
                        "-timeout=25",
                        "-rss_limit_mb=0",
                        seeds.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }
}
