package org.stepbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.stepbridge.operations.generate.GenerateCommand;

/** Exports that the program's own {@code generate} makes for a bench. */
final class MadeExports {
    private MadeExports() {}

    /** Makes them in this folder; they are there whole or not at all, so that an interrupted bench leaves no half for the next. */
    static void in(Path folder, String requests, String notesPerRequest, String seed) throws IOException {
        Path half = folder.resolveSibling(folder.getFileName() + ".part");
        FileSystemUtils.deleteRecursively(half);
        int result = GenerateCommand.run(
                List.of(
                        "--requests",
                        requests,
                        "--notes-per-request",
                        notesPerRequest,
                        "--seed",
                        seed,
                        "--out",
                        half.toString()),
                System.out);
        if (result != 0) {
            throw new IOException("The exports could not be made");
        }
        Files.move(half, folder);
    }
}
