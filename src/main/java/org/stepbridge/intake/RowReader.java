package org.stepbridge.intake;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

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
}
