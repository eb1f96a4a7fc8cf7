package org.stepbridge.casework;

import java.nio.file.Path;
import org.stepbridge.model.Authority;

/** Reads export files into the ledger. */
public interface FileIntake {

    /**
     * Reads one file of a feed whole: streams its rows in batches into the ledger, writes the report of rejected rows
     * beside where the file ends up, and moves it to {@code .done} or {@code .failed}. Safe to repeat after a crash.
     *
     * @throws java.io.UncheckedIOException when the disk or the share fails; the file stays where it is
     */
    void take(Authority authority, Feed feed, Path file);
}
