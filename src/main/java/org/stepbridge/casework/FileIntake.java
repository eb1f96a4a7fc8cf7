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

    /**
     * Notes of the files of this feed which were read whole and are no longer in their inbox that they have left it, where
     * a crash, or a database that was away, came between. Of an inbox that is not there nothing is noted.
     */
    void noteMoved(Authority authority, Feed feed, Path inbox);
}
