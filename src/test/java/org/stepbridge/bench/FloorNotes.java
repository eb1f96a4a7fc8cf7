package org.stepbridge.bench;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The notes that could be evidence, in memory by child, matched by looking for words: enough for the bench's texts. */
final class FloorNotes {
    private static final int WINDOW_DAYS = 28;
    private static final int EHM_ID = FloorExport.NOTES.indexOf("EHMPersonID");
    private static final int TYPE = FloorExport.NOTES.indexOf("NoteType");
    private static final int DATE = FloorExport.NOTES.indexOf("NoteDate");
    private static final int ROLE = FloorExport.NOTES.indexOf("AuthorRole");
    private static final int TEXT = FloorExport.NOTES.indexOf("Text");

    private record Note(String id, int day, String said) {}

    private final Map<String, List<Note>> byChild = new HashMap<>();

    static FloorNotes read(Path folder) throws IOException {
        FloorNotes notes = new FloorNotes();
        FloorExport.read(folder, "ehm-notes", FloorExport.NOTES, notes::keepCandidate);
        return notes;
    }

    private void keepCandidate(CsvRecord row) {
        if (!row.getField(TYPE).equals("General Note") || !row.getField(ROLE).equals("Early Help Locality Manager")) {
            return;
        }
        String said = plain(row.getField(TEXT));
        if (said.contains("agreed") && !said.contains("not agreed") && !said.contains("no agreement")) {
            byChild.computeIfAbsent(row.getField(EHM_ID), child -> new ArrayList<>(1))
                    .add(new Note(row.getField(0), FloorDates.day(row.getField(DATE)), said));
        }
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('-', ' ');
    }

    /** A note that says that this kind of transfer of this child was agreed with this manager, or null. */
    @Nullable
    String evidence(String child, String transferType, String teamManager, int requestDay) {
        String kind = plain(transferType);
        String manager = plain(teamManager);
        for (Note note : byChild.getOrDefault(child, List.of())) {
            if (note.day >= requestDay - WINDOW_DAYS && note.said.contains(kind) && note.said.contains(manager)) {
                return note.id;
            }
        }
        return null;
    }
}
