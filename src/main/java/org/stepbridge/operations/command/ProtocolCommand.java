package org.stepbridge.operations.command;

import java.io.PrintStream;
import java.nio.file.Path;
import org.stepbridge.casework.PackLoader;

/** The command {@code protocol}: a pack in plain English, to read and sign. Writes nothing that stays. */
public final class ProtocolCommand {
    private final CheckedPack checked;
    private final PrintStream out;

    ProtocolCommand(CheckedPack checked, PrintStream out) {
        this.checked = checked;
        this.out = out;
    }

    /**
     * Prints the pack in this folder as Markdown, or what is wrong with it.
     *
     * @return the exit code, as of {@code check}
     */
    public int run(Path folder) {
        PackLoader.Result result = checked.load(folder);
        if (result instanceof PackLoader.Result.Refused refused) {
            refused.problems().forEach(out::println);
            return CheckCommand.UNSOUND;
        }
        out.print(PlainMarkdown.of(((PackLoader.Result.Loaded) result).pack().plain()));
        return CheckCommand.SOUND;
    }
}
