package org.stepbridge.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import org.stepbridge.casework.Mapping;

/** Knows which reader a file needs. */
final class RowReaders {
    private RowReaders() {}

    /** Opens this file for reading its rows. */
    static RowReader open(ArrivedFile file, Mapping mapping) throws IOException {
        return CsvRows.of(Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), mapping);
    }
}
