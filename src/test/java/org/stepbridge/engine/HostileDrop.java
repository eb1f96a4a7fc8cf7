package org.stepbridge.engine;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Exports that somebody means harm with, or that broke on their way, beside good ones. All are of yesterday. */
final class HostileDrop {
    static final String FORMULA = "=cmd|' /C calc'!A0";
    static final String BREAKING_NAME = "Eve\r\nBcc: evil@evil.example\r\n\r\n.\r\nQUIT";
    static final String BREAKING_ADDRESS = "eve@borough.example\r\nBcc: evil@evil.example";
    static final long HUGE = 200_000_000;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.UK);
    private static final String WORK = "Six weekly sessions of direct work with the child on keeping safe.";
    private static final String OUTCOMES = "The child can name two adults to go to and sleeps through the night.";

    private static final List<String> TRANSFER = List.of(
            "TransferID",
            "TransferType",
            "EvidenceBased",
            "Programme",
            "LCSPersonID",
            "EHMPersonID",
            "Locality",
            "RequestedAt",
            "SocialWorker",
            "SocialWorkerEmail",
            "WorkRequired",
            "DesiredOutcomes",
            "CamelFileName",
            "CamelJmsDestinationName",
            "_AMQ_DUPL_ID");
    private static final List<String> STEP_UP = List.of(
            "StepUpID",
            "EHMPersonID",
            "Surname",
            "RequestedAt",
            "RaisedBy",
            "RaisedByEmail",
            "Concerns",
            "ImmediateSafety",
            "CamelFileName");
    private static final List<String> NOTE =
            List.of("NoteID", "EHMPersonID", "NoteType", "NoteDate", "Author", "AuthorRole", "Text");

    private final LocalDate yesterday =
            LocalDate.now(ZoneId.of("Europe/London")).minusDays(1);
    private final Home home;

    HostileDrop(Home home) {
        this.home = home;
    }

    /** The name of an export of yesterday at this hour and minute. */
    String name(String kind, String time) {
        return kind + "-" + yesterday.format(DateTimeFormatter.BASIC_ISO_DATE) + "T" + time + ".csv";
    }

    void write() throws IOException {
        huge(transfers("0100"), "", "");
        Files.createFile(transfers("0200"));
        csv(transfers("0300"), TRANSFER, List.of());
        Files.createDirectory(transfers("0400"));
        huge(transfers("0500"), row(TRANSFER) + "\r\n" + line(good("TR5001")), "\r\n" + line(good("TR5002")));
        csv(
                transfers("0600"),
                TRANSFER,
                List.of(
                        with(transfer("TR6001", "E6001", "N"), "WorkRequired", FORMULA, "DesiredOutcomes", "@SUM(1+1)"),
                        with(
                                transfer("+TR6002", "E9999", "N"),
                                "SocialWorker",
                                BREAKING_NAME,
                                "SocialWorkerEmail",
                                BREAKING_ADDRESS),
                        with(transfer("TR6003", "E6003", "Y"), "Programme", "CamelFileName"),
                        with(transfer("TR6004", "E6001", "N"), "RequestedAt", FORMULA)));
        csv(
                stepUps("0600"),
                STEP_UP,
                List.of(Map.of(
                        "StepUpID",
                        "SU6001",
                        "EHMPersonID",
                        "E6005",
                        "Surname",
                        BREAKING_NAME,
                        "RequestedAt",
                        yesterday.format(DAY) + " 09:00",
                        "RaisedBy",
                        BREAKING_NAME,
                        "RaisedByEmail",
                        BREAKING_ADDRESS,
                        "Concerns",
                        FORMULA,
                        "ImmediateSafety",
                        "Y",
                        "CamelFileName",
                        "../../evil.csv")));
        csv(
                notes("2300"),
                NOTE,
                List.of(note("=GN1", "E6001"), note("GN2", "E6003"), note("GN3", "E5001"), note("GN4", "E5002")));
    }

    private Path transfers(String time) throws IOException {
        return home.inbox("lcs").resolve(name("lcs-transfers", time));
    }

    private Path stepUps(String time) throws IOException {
        return home.inbox("ehm").resolve(name("ehm-stepups", time));
    }

    private Path notes(String time) throws IOException {
        return home.inbox("ehm").resolve(name("ehm-notes", time));
    }

    private Map<String, String> good(String id) {
        return transfer(id, "E" + id.substring(2), "N");
    }

    private Map<String, String> transfer(String id, String child, String evidenceBased) {
        return Map.ofEntries(
                Map.entry("TransferID", id),
                Map.entry("TransferType", "Co-working"),
                Map.entry("EvidenceBased", evidenceBased),
                Map.entry("Programme", ""),
                Map.entry("LCSPersonID", ""),
                Map.entry("EHMPersonID", child),
                Map.entry("Locality", "North"),
                Map.entry("RequestedAt", yesterday.format(DAY) + " 09:00"),
                Map.entry("SocialWorker", "Tom Ashdown"),
                Map.entry("SocialWorkerEmail", "tom.ashdown@borough.example"),
                Map.entry("WorkRequired", WORK),
                Map.entry("DesiredOutcomes", OUTCOMES),
                Map.entry("CamelFileName", "../../evil.csv"),
                Map.entry("CamelJmsDestinationName", "hub.evil"),
                Map.entry("_AMQ_DUPL_ID", "always-the-same"));
    }

    private Map<String, String> note(String id, String child) {
        return Map.of(
                "NoteID",
                id,
                "EHMPersonID",
                child,
                "NoteType",
                "General Note",
                "NoteDate",
                yesterday.minusDays(1).format(DAY),
                "Author",
                "+Siobhan Kelly",
                "AuthorRole",
                "Early Help Locality Manager",
                "Text",
                "Discussed this family with Helen Marsh (Team Manager) and co-working was agreed. "
                        + "Early Help will do direct work with the child.");
    }

    private static Map<String, String> with(Map<String, String> row, String... pairs) {
        Map<String, String> changed = new java.util.HashMap<>(row);
        for (int i = 0; i < pairs.length; i += 2) {
            changed.put(pairs[i], pairs[i + 1]);
        }
        return changed;
    }

    private static void csv(Path file, List<String> headings, List<Map<String, String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord(headings);
            for (Map<String, String> row : rows) {
                csv.writeRecord(headings.stream().map(row::get).toList());
            }
        }
    }

    private static String row(List<String> cells) {
        return String.join(",", cells);
    }

    private static String line(Map<String, String> row) {
        return row(TRANSFER.stream().map(row::get).toList());
    }

    /** A file with a line of two hundred million characters between these texts, written as it goes. */
    private static void huge(Path file, String before, String after) throws IOException {
        byte[] chunk = new byte[1 << 20];
        Arrays.fill(chunk, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((before + "\r\n").getBytes(StandardCharsets.UTF_8));
            for (long left = HUGE; left > 0; left -= chunk.length) {
                out.write(chunk, 0, (int) Math.min(left, chunk.length));
            }
            out.write((after + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
