package org.stepbridge.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of packs, for tests that change them. */
final class Mappings {
    private Mappings() {}

    /** Copies Rotherham's pack and the schemas below a folder, and gives the folder of mappings. */
    static Path rotherham(Path below) throws IOException {
        Path mappings = below.resolve("mappings");
        for (Path source : List.of(Path.of("mappings/rotherham"), Path.of("mappings/schema"))) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = mappings.resolve(source.getFileName()).resolve(source.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        return mappings;
    }
}
