package org.stepbridge.intake;

import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.model.Authority;

/**
 * Reads the rows of one file into the ledger.
 *
 * @param file the file
 * @param authority whose it is
 * @param size how many rows are handed over at once
 * @param ledger what takes them
 */
record FileRun<T>(ArrivedFile file, Authority authority, int size, Function<Batch<T>, FileProgress> ledger) {

    /**
     * How a file was read.
     *
     * @param progress how far the ledger has got
     * @param completeness whether anything may be missing
     */
    record Read(FileProgress progress, Completeness completeness) {}

    /**
     * Reads the rest of the rows; those before {@code progress} only for the report.
     *
     * @return null when the file has changed meanwhile; then some rows were not handed over
     */
    @Nullable
    Read read(RowReader rows, RowMapper<T> mapper, Report report, Found found, FileProgress progress)
            throws IOException {
        var completeness = new Completeness();
        try (var batches = new Batches<T>(file, authority, progress, size, ledger)) {
            RawRow before = rows.next();
            Mapped<T> row = before == null ? null : mapper.map(before);
            while (before != null && row != null) {
                RawRow next = rows.next();
                Mapped<T> mapped = next == null ? null : mapper.map(next);
                if (row instanceof Mapped.Good<T> && mapped instanceof Mapped.Bad<T> && next != null && next.rest()) {
                    row = mapper.mapCut(before);
                }
                completeness.add(row);
                if (row instanceof Mapped.Bad<T> bad) {
                    report.add(before.number(), bad.problems());
                } else if (row instanceof Mapped.Good<T> good) {
                    found.doubts(good.doubts());
                }
                if (!batches.add(row)) {
                    return null;
                }
                before = next;
                row = mapped;
            }
            return batches.finish() ? new Read(batches.progress(), completeness) : null;
        }
    }
}
