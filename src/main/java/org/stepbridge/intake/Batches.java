package org.stepbridge.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.model.Authority;

/**
 * Collects rows into batches, none of which names one thing twice, and hands them to the ledger, one after another in the
 * file's order. The ledger takes a batch while the next is read, on a thread of its own; there is never a second one
 * waiting. Rows that an earlier reading of the file has handed over already are left out.
 */
final class Batches<T> implements AutoCloseable {
    private final ArrivedFile file;
    private final Authority authority;
    private final Function<Batch<T>, FileProgress> ledger;
    private final int size;
    private final long skip;

    private final ExecutorService hands = Executors.newSingleThreadExecutor(work -> new Thread(work, "intake-ledger"));
    private List<T> good = new ArrayList<>();
    private List<RejectedRow> rejected = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private CompletableFuture<FileProgress> handed;
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
        this.handed = CompletableFuture.completedFuture(progress);
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

    /** Hands the last rows over and waits for the ledger; false when the file has changed meanwhile, and they were not. */
    boolean finish() throws IOException {
        hand(rows);
        progress = taken();
        return !changed;
    }

    private void hand(long rowsDone) throws IOException {
        progress = taken();
        changed |= !file.unchanged();
        if (!changed && good.size() + rejected.size() > 0) {
            var batch = new Batch<>(progress.fileId(), authority, good, rejected, rowsDone);
            handed = CompletableFuture.supplyAsync(() -> ledger.apply(batch), hands);
        }
        good = new ArrayList<>();
        rejected = new ArrayList<>();
        ids.clear();
    }

    /** What the ledger said to the batch before, once it has; its failure is the reader's. */
    private FileProgress taken() {
        try {
            return handed.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw failed;
        }
    }

    /** How far the ledger has got, after {@link #finish}. */
    FileProgress progress() {
        return progress;
    }

    /** Waits for a batch that the ledger still has in hand: nobody may touch the file's record beside it. */
    @Override
    public void close() {
        handed.handle((progressed, failed) -> null).join();
        hands.shutdown();
    }
}
