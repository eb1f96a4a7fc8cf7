package org.stepbridge.casework;

import java.util.List;
import org.stepbridge.model.Authority;

/**
 * A stretch of a file's rows, taken in by one transaction. No source id stands twice in it, so that a file which names
 * one thing twice makes two versions in the file's order.
 *
 * @param fileId the file's entry in the ledger
 * @param authority whose export it is
 * @param good its good rows
 * @param rejected its bad rows
 * @param rowsDone data rows of the file that are done with it, counted from the first
 */
public record Batch<T>(long fileId, Authority authority, List<T> good, List<RejectedRow> rejected, long rowsDone) {
    public Batch {
        good = List.copyOf(good);
        rejected = List.copyOf(rejected);
    }
}
