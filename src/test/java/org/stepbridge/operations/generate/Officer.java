package org.stepbridge.operations.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decides as a business support officer would, from the exports alone: it knows nothing of how they were made. */
final class Officer {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Map<String, List<NamedCsvRecord>> notesByChild = new HashMap<>();

    Officer(List<NamedCsvRecord> notes) {
        notes.forEach(note -> notesByChild
                .computeIfAbsent(note.getField("EHMPersonID"), child -> new ArrayList<>())
                .add(note));
    }

    /** Outcome and, after a blank, the note it rests on. */
    String decide(NamedCsvRecord transfer) {
        Optional<NamedCsvRecord> evidence = evidence(transfer);
        if (evidence.isEmpty()) {
            return "RETURN ";
        }
        String outcome = transfer.getField("EvidenceBased").equals("Y") ? "EVIDENCE_BASED" : "ALLOCATION";
        return outcome + " " + evidence.get().getField("NoteID");
    }

    /** The latest word up to the request counts; what was said after it counts where nothing was said before. */
    private Optional<NamedCsvRecord> evidence(NamedCsvRecord transfer) {
        LocalDate asked = date(transfer.getField("RequestedAt"));
        List<NamedCsvRecord> said = notesByChild.getOrDefault(transfer.getField("EHMPersonID"), List.of()).stream()
                .filter(note -> note.getField("NoteType").equals("General Note"))
                .filter(note -> note.getField("AuthorRole").equals("Early Help Locality Manager"))
                .filter(note -> speaksOf(note, transfer))
                .filter(note -> !date(note.getField("NoteDate")).isBefore(asked.minusDays(28)))
                .sorted(Comparator.comparing(note -> date(note.getField("NoteDate"))))
                .toList();
        Optional<NamedCsvRecord> lastBefore = said.stream()
                .filter(note -> !date(note.getField("NoteDate")).isAfter(asked))
                .reduce((earlier, later) -> later);
        return lastBefore.or(() -> said.stream().findFirst()).filter(Officer::agrees);
    }

    private static boolean speaksOf(NamedCsvRecord note, NamedCsvRecord transfer) {
        String text = plain(note.getField("Text"));
        return text.contains(plain(transfer.getField("TransferType")))
                && text.contains(plain(transfer.getField("TeamManager")));
    }

    private static boolean agrees(NamedCsvRecord note) {
        String text = plain(note.getField("Text"));
        return text.contains("agreed") && !text.contains("not agreed") && !text.contains("no agreement");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('-', ' ');
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text.substring(0, 10), DATE);
    }
}
