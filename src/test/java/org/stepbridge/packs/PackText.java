package org.stepbridge.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** The protocol of a pack as it is written. */
public final class PackText {
    private PackText() {}

    public static JsonNode protocol(Path pack) {
        Problems problems = new Problems();
        try {
            return YamlReader.read(pack.resolve("protocol.yaml"), pack + "/protocol.yaml", problems)
                    .orElseThrow(() -> new AssertionError(problems.lines()))
                    .root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
