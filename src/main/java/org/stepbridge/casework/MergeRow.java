package org.stepbridge.casework;

import java.util.List;
import org.stepbridge.model.Merge;

/**
 * A good row of a feed of merges of persons.
 *
 * @param row its number in the file as a spreadsheet shows it
 * @param merges what it says: one for each system whose number of the merged record it gives
 */
public record MergeRow(long row, List<Merge> merges) {
    public MergeRow {
        merges = List.copyOf(merges);
    }
}
