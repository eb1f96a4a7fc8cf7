package org.stepbridge.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import tools.jackson.databind.JsonNode;

/** The protocol of a pack as it is written. */
public final class PackText {
    private PackText() {}

    public static JsonNode protocol(Path pack) {
        return file(pack, "protocol.yaml");
    }

    /** The pack in this folder, which must be sound. */
    public static Pack read(Path pack) {
        if (new PackReader().load(pack) instanceof PackLoader.Result.Loaded loaded) {
            return loaded.pack();
        }
        throw new AssertionError(pack + " is not sound");
    }

    static JsonNode file(Path pack, String name) {
        Problems problems = new Problems();
        try {
            return YamlReader.read(pack.resolve(name), pack + "/" + name, problems)
                    .orElseThrow(() -> new AssertionError(problems.lines()))
                    .root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
