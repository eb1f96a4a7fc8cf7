package org.stepbridge.scenarios;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.casework.PackLoader.Result;
import org.stepbridge.casework.Packs;

/** The packs that a test has put in force. */
final class LivePacks implements Packs {
    private volatile List<Pack> live = List.of();

    void set(Pack pack) {
        live = List.of(pack);
    }

    @Override
    public List<Pack> live() {
        return live;
    }

    @Override
    public Map<String, List<String>> refused() {
        return Map.of();
    }

    /** The pack in this folder. @throws AssertionError with everything that is wrong with it */
    static Pack load(PackLoader loader, Path folder) {
        Result result = loader.load(folder);
        if (result instanceof Result.Loaded loaded) {
            return loaded.pack();
        }
        throw new AssertionError(String.join("\n", ((Result.Refused) result).problems()));
    }
}
