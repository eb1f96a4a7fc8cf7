package org.stepbridge.bench;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepbridge.bench.FloorRequest.Outcome;

/**
 * The floor: the least that does the job. It reads, matches in memory, records each request and its decision once, and
 * delivers all four ways; it has no audit, no report of bad rows, no retries and nobody to ask. What the program needs
 * beyond the floor's time is the price of its promises.
 */
public final class Floor {
    private static final int BATCH = 2000;
    private static final int TYPE = FloorExport.TRANSFERS.indexOf("TransferType");
    private static final int EVIDENCE_BASED = FloorExport.TRANSFERS.indexOf("EvidenceBased");
    private static final int EHM_ID = FloorExport.TRANSFERS.indexOf("EHMPersonID");
    private static final int REQUESTED_AT = FloorExport.TRANSFERS.indexOf("RequestedAt");
    private static final int TEAM_MANAGER = FloorExport.TRANSFERS.indexOf("TeamManager");

    private Floor() {}

    /**
     * Runs once over the three exports in a folder.
     *
     * @param args {@code --in DIR --out DIR --db URL --user U --broker URL --smtp HOST:PORT} and, where the defaults
     *     do not fit, {@code --password P --queue NAME}
     */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        Arguments options = new Arguments(
                Set.of("--in", "--out", "--db", "--user", "--password", "--broker", "--queue", "--smtp"), args);
        Path in = Path.of(options.required("--in"));
        int requests;
        try (FloorPipeline pipeline = new FloorPipeline(options)) {
            // Step-ups need no notes: their mails are on the way while the notes are read.
            requests = read(in, "ehm-stepups", null, pipeline);
            requests += read(in, "lcs-transfers", FloorNotes.read(in), pipeline);
        }
        System.out.printf(Locale.ROOT, "floor: %d requests in %.3f s%n", requests, (System.nanoTime() - start) / 1e9);
    }

    private static int read(Path in, String feed, @Nullable FloorNotes notes, FloorPipeline pipeline) throws Exception {
        FloorBatches batches = new FloorBatches(BATCH, pipeline::record);
        FloorExport.read(
                in,
                feed,
                notes == null ? FloorExport.STEP_UPS : FloorExport.TRANSFERS,
                row -> batches.add(decide(row, notes)));
        batches.flush();
        return batches.added();
    }

    private static FloorRequest decide(CsvRecord row, @Nullable FloorNotes notes) {
        if (notes == null) {
            return new FloorRequest(row.getFields(), Outcome.STEP_UP, null);
        }
        String note = notes.evidence(
                row.getField(EHM_ID),
                row.getField(TYPE),
                row.getField(TEAM_MANAGER),
                FloorDates.day(row.getField(REQUESTED_AT)));
        Outcome outcome = note == null
                ? Outcome.RETURN
                : row.getField(EVIDENCE_BASED).equals("Y") ? Outcome.EVIDENCE_BASED : Outcome.ALLOCATION;
        return new FloorRequest(row.getFields(), outcome, note);
    }
}
