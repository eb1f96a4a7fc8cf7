package org.stepbridge.bench;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The least that brings a notes export into PostgreSQL: read the CSV, COPY it by the thousand into a table with its key and the child's number. */
public final class NotesFloor {
    private static final int BATCH = 2000;

    private NotesFloor() {}

    /**
     * Runs once over the notes export in a folder.
     *
     * @param args {@code --in DIR --db URL --user U --password P}
     */
    public static void main(String[] args) throws Exception {
        Arguments options = new Arguments(Set.of("--in", "--db", "--user", "--password"), args);
        try (FloorStore store =
                new FloorStore(options.required("--db"), options.required("--user"), options.get("--password", ""))) {
            store.createNotes();
            List<CsvRecord> batch = new ArrayList<>(BATCH);
            FloorExport.read(Path.of(options.required("--in")), "ehm-notes", FloorExport.NOTES, note -> {
                batch.add(note);
                if (batch.size() == BATCH) {
                    copy(store, batch);
                }
            });
            copy(store, batch);
        }
    }

    private static void copy(FloorStore store, List<CsvRecord> batch) {
        try {
            store.copyNotes(batch);
        } catch (SQLException broken) {
            throw new UncheckedIOException(new IOException(broken));
        }
        batch.clear();
    }
}
