package org.stepbridge.text;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepbridge.evidence.Phrases;
import org.stepbridge.evidence.Question;
import org.stepbridge.model.Child;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.Note;
import org.stepbridge.model.Upn;
import org.stepbridge.operations.generate.GenerateCommand;

/** The exports that a generator wrote to a folder. */
record GeneratedExports(Path folder) {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    static final Phrases PHRASES = new Phrases(
            Map.of("co-working", List.of("co-working"), "step-down", List.of("step down", "s/d")), Map.of());
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** What the program generates, in a new folder. */
    static GeneratedExports of(int seed, int requests) throws IOException {
        Path folder = Files.createTempDirectory("generated");
        GenerateCommand.run(
                List.of("--requests", "" + requests, "--seed", "" + seed, "--out", folder.toString()), System.out);
        return new GeneratedExports(folder);
    }

    List<NamedCsvRecord> transfers() throws IOException {
        return rows("lcs-transfers-20261120T0600.csv");
    }

    /** What each transfer's request asks of a note. */
    static Question question(NamedCsvRecord transfer) {
        return new Question(kind(transfer), transfer.getField("TeamManager"), child(transfer), PHRASES);
    }

    static Child child(NamedCsvRecord transfer) {
        return child(transfer, transfer.getField("UPN"));
    }

    List<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return csv.stream().toList();
        }
    }

    /** By the child's EHM number. */
    Map<String, List<Note>> notes() throws IOException {
        Map<String, List<Note>> notes = new HashMap<>();
        for (NamedCsvRecord row : rows("ehm-notes-20261120T0600.csv")) {
            Note note = new Note(
                    row.getField("NoteID"),
                    child(row, ""),
                    row.getField("NoteType"),
                    LocalDate.parse(row.getField("NoteDate"), DAY),
                    LocalDateTime.parse(row.getField("RecordedAt"), TIME).toInstant(ZoneOffset.UTC),
                    row.getField("Author"),
                    row.getField("AuthorRole"),
                    row.getField("Subject"),
                    row.getField("Text"),
                    null);
            notes.computeIfAbsent(row.getField("EHMPersonID"), id -> new ArrayList<>())
                    .add(note);
        }
        return notes;
    }

    private static Child child(NamedCsvRecord row, String upn) {
        String lcs = row.getField("LCSPersonID");
        return new Child(
                lcs.isEmpty() ? null : new LcsId(lcs),
                new EhmId(row.getField("EHMPersonID")),
                NhsNumber.parse(row.getField("NHSNumber")).orElse(null),
                Upn.parse(upn).orElse(null),
                row.getField("Surname"),
                row.getField("Forename"),
                LocalDate.parse(row.getField("DateOfBirth"), DAY));
    }

    static String kind(NamedCsvRecord row) {
        return row.getField("TransferType").equals("Co-working") ? "co-working" : "step-down";
    }
}
