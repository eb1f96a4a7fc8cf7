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
import org.stepbridge.casework.Packs;

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

    static Attention of(Packs packs, Overview overview, List<UnreadFile> unread, Instant now) {
        List<Line> lines = new ArrayList<>();
        boolean cut = unread.size() > MOST;
        for (UnreadFile file : unread.subList(0, Math.min(MOST, unread.size()))) {
            lines.add(line("Unread file", file.folder() + "/" + file.name(), file.since(), now, file.problem()));
        }
        for (Pack pack : packs.live()) {
            List<AttentionLine> overdue = overview.overdue(pack.authority(), now, MOST + 1);
            cut |= overdue.size() > MOST;
            overdue.stream()
                    .limit(MOST)
                    .map(line -> line(words(line.kind()), line.what(), line.since(), now, line.problem()))
                    .forEach(lines::add);
        }
        lines.sort(Comparator.comparing(Line::since));
        return new Attention(refused(packs.refused()), List.copyOf(lines), cut);
    }

    private static Line line(String kind, String what, Instant since, Instant now, String problem) {
        return new Line(kind, what, since, since.isAfter(now) ? "In the future" : Times.age(since, now), problem);
    }

    private static String words(String kind) {
        return kind.isEmpty()
                ? kind
                : Character.toUpperCase(kind.charAt(0)) + kind.substring(1).replace('-', ' ');
    }

    private static List<Refused> refused(Map<String, List<String>> problems) {
        return problems.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(pack -> new Refused(pack.getKey(), pack.getValue()))
                .toList();
    }

    /** Whether all is well. Public for the template. */
    public boolean none() {
        return refused.isEmpty() && lines.isEmpty();
    }
}
