package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepbridge.casework.PackLoader.Result;

class PackReaderIT {

    static Stream<Path> packs() throws Exception {
        try (Stream<Path> folders = Files.list(Path.of("mappings"))) {
            return folders.filter(folder -> new PackFolder(folder).isPack()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyPackOfThisProjectLoads(Path folder) {
        Result result = new PackReader().load(folder);

        assertThat(result).isInstanceOf(Result.Loaded.class);
    }
}
