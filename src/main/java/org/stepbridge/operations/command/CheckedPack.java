package org.stepbridge.operations.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.casework.Packs;

/** The one pack that {@code check} looks at, live for it alone and read once. */
final class CheckedPack implements Packs {
    private final PackLoader loader;
    private @Nullable Pack pack;

    CheckedPack(PackLoader loader) {
        this.loader = loader;
    }

    /** Reads the pack in this folder; a disk that fails refuses it too. */
    PackLoader.Result load(Path folder) {
        try {
            PackLoader.Result result = loader.load(folder);
            if (result instanceof PackLoader.Result.Loaded loaded) {
                pack = loaded.pack();
            }
            return result;
        } catch (UncheckedIOException e) {
            return new PackLoader.Result.Refused(List.of(e.getMessage() + "; is it there, and may you read it?"));
        }
    }

    @Override
    public List<Pack> live() {
        return pack == null ? List.of() : List.of(pack);
    }

    @Override
    public Map<String, List<String>> refused() {
        return Map.of();
    }
}
