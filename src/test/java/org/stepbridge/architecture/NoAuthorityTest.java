package org.stepbridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** What an authority asks for stands in its pack, and the program knows none of them. */
class NoAuthorityTest {
    private static final Path PACKS = Path.of("mappings");
    private static final Path PROGRAM = Path.of("src/main");
    /** Numbers that were learned, and the pieces of words of all English. */
    private static final List<String> LEARNED = List.of(".bin.gz", ".onnx", "word-pieces.txt");
    /** The pack that is live unless somebody says otherwise. */
    private static final String DEFAULT = "authorities: rotherham";

    @Test
    void noAuthoritysNameNorAnyOfItsClausesStandsInTheProgram() throws IOException {
        List<String> found = new ArrayList<>();
        Pattern names = names();
        try (Stream<Path> files = Files.walk(PROGRAM)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> LEARNED.stream().noneMatch(path.toString()::endsWith))
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (names.matcher(line).find() && !line.strip().equals(DEFAULT)) {
                        found.add(file + ": " + line.strip());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void thePatternFindsNamesAndClauses() throws IOException {
        for (String line :
                List.of("the pack of york", "Co-working, Rotherham", "by ROT-2 and ROT-4", "YRK-2026-000123")) {
            assertThat(names().matcher(line).find()).as(line).isTrue();
        }
        assertThat(names().matcher("by SHI-2 of shire, for a rotation").find()).isFalse();
    }

    private static Pattern names() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> packs = Files.list(PACKS)) {
            for (Path pack : packs.map(folder -> folder.resolve("protocol.yaml"))
                    .filter(Files::exists)
                    .toList()) {
                PropertySource<?> protocol = new YamlPropertySourceLoader()
                        .load("protocol", new FileSystemResource(pack))
                        .get(0);
                names.add("(?i:\\b" + protocol.getProperty("authority") + "\\b)");
                names.add("\\b" + protocol.getProperty("code") + "-\\d");
            }
        }
        assertThat(names).hasSizeGreaterThan(2);
        return Pattern.compile(names.stream().collect(Collectors.joining("|")));
    }
}
