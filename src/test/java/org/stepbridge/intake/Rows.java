package org.stepbridge.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stepbridge.casework.Feed;

/** Rows of exports, right in everything but what a test says. */
final class Rows {
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("TransferType", "Co-working"),
            Map.entry("EvidenceBased", "N"),
            Map.entry("LCSPersonID", "L5000001"),
            Map.entry("EHMPersonID", "E2000001"),
            Map.entry("NHSNumber", "9434765919"),
            Map.entry("Surname", "Núñez"),
            Map.entry("Forename", "Siân"),
            Map.entry("DateOfBirth", "01/03/2018"),
            Map.entry("Locality", "North"),
            Map.entry("RequestedAt", "16/11/2026 10:00"),
            Map.entry("RaisedBy", "Jo Bright"),
            Map.entry("AgreedAt", "16/11/2026 09:30"),
            Map.entry("ImmediateSafety", "N"),
            Map.entry("NoteType", "General Note"),
            Map.entry("NoteDate", "13/11/2026"),
            Map.entry("RecordedAt", "13/11/2026 16:20"),
            Map.entry("Author", "Nia Pryce"),
            Map.entry("AuthorRole", "Early Help Locality Manager"),
            Map.entry("Subject", "Co-working request"),
            Map.entry("Text", "Agreed, with care: \"both\" managers."));

    private Rows() {}

    /** A file of this feed with its headings and these rows. */
    static String file(Feed feed, String... rows) {
        return heading(feed) + String.join("", Arrays.asList(rows));
    }

    static String heading(Feed feed) {
        return String.join(",", Feeds.headings(feed)) + "\r\n";
    }

    /** A row of this feed with this id; {@code changes} are headings and cells in turn. */
    static String row(Feed feed, String id, String... changes) {
        List<String> headings = Feeds.headings(feed);
        Map<String, String> cells = new TreeMap<>(USUAL);
        cells.put(headings.get(0), id);
        for (int i = 0; i < changes.length; i += 2) {
            if (!headings.contains(changes[i])) {
                throw new AssertionError("no heading is called " + changes[i]);
            }
            cells.put(changes[i], changes[i + 1]);
        }
        return headings.stream()
                        .map(heading -> quoted(cells.getOrDefault(heading, "")))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** A cell as CSV writes it. */
    static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
