package org.stepbridge.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Overview.AttentionLine;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.UnreadFiles;
import org.stepbridge.casework.Viewer;
import org.stepbridge.model.RequestState;

/**
 * Everything that stands still and why (G9).
 *
 * @param refused packs that are not live because they are bad, with what is wrong with them
 * @param lines requests, deliveries and files that have been as they are for too long, oldest first
 * @param cut whether there are more than are shown
 */
record Attention(List<Refused> refused, List<Line> lines, boolean cut) {
    static final int MOST = 100;

    /** A pack that was refused. */
    record Refused(String authority, List<String> problems) {}

    /** One thing that stands still. */
    record Line(String kind, String what, Instant since, String standing, String problem) {}

    static Attention of(
            Sight sight, Map<String, List<String>> refused, Overview overview, UnreadFiles unreadFiles, Instant now) {
        List<Line> lines = new ArrayList<>();
        List<UnreadFile> unread = unreadFiles.all().stream()
                .filter(file -> sight.viewer().sees(file.authority()))
                .toList();
        boolean cut = unread.size() > MOST;
        unread.stream()
                .limit(MOST)
                .map(file -> line("Unread", file.path(), file.since(), now, file.problem()))
                .forEach(lines::add);
        for (Pack pack : sight.packs()) {
            List<AttentionLine> overdue = overview.overdue(pack.authority(), now, MOST + 1);
            cut |= overdue.size() > MOST;
            overdue.stream()
                    .limit(MOST)
                    .map(line -> line(words(line.kind()), line.what(), line.since(), now, line.problem()))
                    .forEach(lines::add);
        }
        lines.sort(Comparator.comparing(Line::since));
        return new Attention(refused(refused, sight.viewer()), List.copyOf(lines), cut);
    }

    private static Line line(String kind, String what, Instant since, Instant now, String problem) {
        return new Line(kind, what, since, since.isAfter(now) ? "In the future" : Times.age(since, now), problem);
    }

    private static String words(String kind) {
        return switch (kind) {
            case "waiting" -> StateWords.title(RequestState.WAITING_FOR_EVIDENCE);
            case "held" -> StateWords.title(RequestState.HELD);
            case "future" -> "Dated in the future";
            case "delivery" -> "Delivery";
            case "clock", "telling" -> "Deadline";
            case "file" -> "Half-read file";
            case "feed" -> "Feed";
            case "task" -> "Task";
            case "hub" -> "No reply of the hub";
            case "reply" -> "Reply";
            default -> kind;
        };
    }

    private static List<Refused> refused(Map<String, List<String>> problems, Viewer viewer) {
        return problems.entrySet().stream()
                .filter(pack -> viewer.sees(pack.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(pack -> new Refused(pack.getKey(), pack.getValue()))
                .toList();
    }

    /** Whether all is well. Public for the template. */
    public boolean none() {
        return refused.isEmpty() && lines.isEmpty();
    }
}
