package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The readers under coverage-guided fuzzing for a bounded time: all of them in one process, or each in its own for
 * {@code -Dstepbridge.fuzz.seconds=600}, as {@code bin/fuzz} does. An input that breaks one is kept in {@code target/fuzz}.
 */
class FuzzIT {
    private static final String SECONDS = System.getProperty("stepbridge.fuzz.seconds", "");
    private static final Path KEPT = Path.of("target", "fuzz").toAbsolutePath();

    @TempDir
    private Path folder;

    static Stream<String> targets() {
        return SECONDS.isEmpty()
                ? Stream.of(ReaderFuzz.ALL)
                : Arrays.stream(ReaderFuzz.Reader.values()).map(Enum::name);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void no_bytes_break_a_reader(String target) throws Exception {
        Path log = folder.resolve("jazzer.log");

        int exitCode = jazzer(target, log);

        String said = Files.readString(log);
        assertThat(exitCode)
                .as("%s%nAn input that breaks it is in %s", said, KEPT)
                .isZero();
        assertThat(said).as("it did fuzz").containsPattern("Done [1-9]\\d* runs");
        assertThat(readers(target))
                .allSatisfy(
                        reader -> assertThat(ReaderFuzz.file(folder, reader)).exists());
    }

    private static List<ReaderFuzz.Reader> readers(String target) {
        return target.equals(ReaderFuzz.ALL)
                ? List.of(ReaderFuzz.Reader.values())
                : List.of(ReaderFuzz.Reader.valueOf(target));
    }

    private void writeSeeds(String target, Path seeds) throws IOException {
        List<ReaderFuzz.Reader> readers = readers(target);
        for (ReaderFuzz.Reader reader : readers) {
            for (byte[] seed : reader.seeds()) {
                try (OutputStream out = Files.newOutputStream(Files.createTempFile(seeds, "seed", ""))) {
                    if (target.equals(ReaderFuzz.ALL)) {
                        out.write(readers.indexOf(reader));
                    }
                    out.write(seed);
                }
            }
        }
    }

    private int jazzer(String target, Path log) throws IOException, InterruptedException {
        Files.createDirectories(KEPT);
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        writeSeeds(target, seeds);
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Jazzer.class.getName(),
                        "--target_class=" + ReaderFuzz.class.getName(),
                        "--target_args=" + target + " " + folder,
                        "--instrumentation_includes=org.stepbridge.intake.**:de.siegmar.fastcsv.**:org.dhatim.**",
                        "--custom_hook_includes=org.stepbridge.intake.**",
                        "--reproducer_path=" + KEPT,
                        "-artifact_prefix=" + KEPT + "/" + target + "-",
                        "-max_total_time=" + (SECONDS.isEmpty() ? "15" : SECONDS),
                        "-timeout=25",
                        "-rss_limit_mb=0",
                        seeds.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }
}
