package org.stepbridge.operations.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Replay;
import org.stepbridge.casework.WhatIf;

/** The command {@code whatif}: what would a changed pack have decided of the ledger's own requests? Writes nothing. */
public final class WhatIfCommand {
    /** Requests shown for each clause; beyond them they are counted. */
    static final int SHOWN = 1000;

    private final PackLoader loader;
    private final Packs packs;
    private final Replay replay;
    private final WhatIfPrinter printer;

    /** A command that prints there. */
    public WhatIfCommand(PackLoader loader, Packs packs, Replay replay, PrintStream out) {
        this.loader = loader;
        this.packs = packs;
        this.replay = replay;
        this.printer = new WhatIfPrinter(out);
    }

    /**
     * Replays the requests received since that day, all without one, and prints what would differ.
     *
     * @return the exit code, as of {@code check}
     */
    public int run(Path folder, @Nullable LocalDate since, boolean json) {
        PackLoader.Result result = loader.load(folder);
        if (result instanceof PackLoader.Result.Refused refused) {
            printer.refused(refused.problems(), json);
            return CheckCommand.UNSOUND;
        }
        Pack changed = ((PackLoader.Result.Loaded) result).pack();
        List<Pack> live = packs.live().stream()
                .filter(pack -> pack.authority().equals(changed.authority()))
                .toList();
        if (live.isEmpty()) {
            printer.refused(
                    List.of("no pack called " + changed.authority()
                            + " is live, so there is nothing to compare with; see stepbridge.authorities"),
                    json);
            return CheckCommand.UNSOUND;
        }
        printer.print(WhatIf.of(replay, live.get(0), changed, since, new WhatIf.Bounds(Long.MAX_VALUE, SHOWN)), json);
        return CheckCommand.SOUND;
    }
}
