package org.stepbridge.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.model.Authority;

/**
 * Collects rows into batches, none of which names one thing twice, and hands them to the ledger. Rows that an earlier
 * reading of the file has handed over already are left out.
 */
final class Batches<T> {
    private final ArrivedFile file;
    private final Authority authority;
    private final Function<Batch<T>, FileProgress> ledger;
    private final int size;
    private final long skip;

    private final List<T> good = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private FileProgress progress;
    private long rows;
    private boolean changed;

    /** @param size how many rows are handed over at once */
    Batches(
            ArrivedFile file,
            Authority authority,
            FileProgress progress,
            int size,
            Function<Batch<T>, FileProgress> ledger) {
        this.file = file;
        this.authority = authority;
        this.progress = progress;
        this.skip = progress.rowsDone();
        this.size = size;
        this.ledger = ledger;
    }

    /** Adds the next row; false when the file has changed meanwhile, so that reading it must end. */
    boolean add(Mapped<T> row) throws IOException {
        rows++;
        if (rows <= skip) {
            return true;
        }
        if (good.size() + rejected.size() == size || ids.contains(row.id())) {
            hand(rows - 1);
        }
        if (!row.id().isEmpty()) {
            ids.add(row.id());
        }
        if (row instanceof Mapped.Good<T> fine) {
            good.add(fine.row());
        } else if (row instanceof Mapped.Bad<T> bad) {
            rejected.add(bad.row());
        }
        return !changed;
    }

    /** Hands the last rows over; false when the file has changed meanwhile, and they were not. */
    boolean finish() throws IOException {
        hand(rows);
        return !changed;
    }

    private void hand(long rowsDone) throws IOException {
        changed |= !file.unchanged();
        if (!changed && good.size() + rejected.size() > 0) {
            progress = ledger.apply(new Batch<>(progress.fileId(), authority, good, rejected, rowsDone));
        }
        good.clear();
        rejected.clear();
        ids.clear();
    }

    /** How far the ledger has got. */
    FileProgress progress() {
        return progress;
    }
}
