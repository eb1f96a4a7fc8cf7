package org.stepbridge.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Mapping.Column;

/**
 * Reads the rows of one file one after the other, in memory that does not grow with the file. Whatever format the file
 * has, its rows look the same from here on.
 */
interface RowReader extends Closeable {

    /**
     * The next row in which anything stands, the heading first; null at the end. A row that cannot be read comes with
     * its fault, and reading goes on behind it.
     *
     * @throws IOException when the disk or the share fails
     */
    @Nullable
    RawRow next() throws IOException;

    /** Names met in rows so far that mean no column, fit for a log, where not all names stand in the heading. */
    default List<String> unknown() {
        return List.of();
    }

    /** Columns that no row so far had, where no heading says which there are. */
    default List<Column> absent() {
        return List.of();
    }
}
