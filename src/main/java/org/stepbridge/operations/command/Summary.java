package org.stepbridge.operations.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.UnreadFiles;
import org.stepbridge.model.Authority;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.RequestState;

/** The table that {@code run --once} prints: what came in, where it stands, what went out, what needs a person. */
@Component
class Summary {
    private static final int MOST_FILES = 20;
    private static final int MOST_LINES = 20;

    private final Overview overview;
    private final UnreadFiles unreadFiles;
    private final Packs packs;
    private final Clock clock;

    Summary(Overview overview, UnreadFiles unreadFiles, Packs packs, Clock clock) {
        this.overview = overview;
        this.unreadFiles = unreadFiles;
        this.packs = packs;
        this.clock = clock;
    }

    void print(PrintStream out) {
        packs.refused().forEach((name, problems) -> {
            out.printf(Locale.ROOT, "%nThe pack %s is not live:%n", name);
            problems.forEach(problem -> out.printf(Locale.ROOT, "  %s%n", problem));
        });
        for (Pack pack : packs.live()) {
            print(pack, out);
        }
        var unread = unreadFiles.all();
        if (!unread.isEmpty()) {
            out.printf(Locale.ROOT, "%nUnread files%n");
            unread.stream()
                    .limit(MOST_LINES)
                    .forEach(file ->
                            out.printf(Locale.ROOT, "  %s/%s: %s%n", file.folder(), file.name(), file.problem()));
        }
    }

    private void print(Pack pack, PrintStream out) {
        List<Authority> authority = List.of(pack.authority());
        out.printf(
                Locale.ROOT,
                "%n%s%n%n%-46s %9s %9s %9s %9s  %s%n",
                pack.title(),
                "File",
                "rows",
                "accepted",
                "repeated",
                "rejected",
                "state");
        overview.files(authority, MOST_FILES)
                .forEach(file -> out.printf(
                        Locale.ROOT,
                        "%-46s %9d %9d %9d %9d  %s%s%n",
                        file.name(),
                        file.rows(),
                        file.accepted(),
                        file.repeated(),
                        file.rejected(),
                        file.state(),
                        file.trouble().isEmpty() ? "" : ": " + file.trouble()));
        var sums = overview.fileSums(authority);
        out.printf(
                Locale.ROOT,
                "%-46s %9d %9d %9d %9d  %s%n",
                "all " + sums.files() + " files",
                sums.rows(),
                sums.accepted(),
                sums.repeated(),
                sums.rejected(),
                sums.rows() == sums.accepted() + sums.repeated() + sums.rejected()
                        ? "rows = accepted + repeated + rejected"
                        : "THE ROWS DO NOT ADD UP: tell the makers");
        out.printf(Locale.ROOT, "%n%-46s %9s%n", "Requests", "count");
        Map<RequestState, Long> states = overview.requestsByState(authority);
        states.forEach((state, count) -> out.printf(Locale.ROOT, "%-46s %9d%n", state.label(), count));
        out.printf(
                Locale.ROOT,
                "%-46s %9d  %s%n",
                "all",
                states.values().stream().mapToLong(Long::longValue).sum(),
                equation(overview.requestSums(authority)));
        out.printf(Locale.ROOT, "%n%-46s %9s %9s %9s%n", "Deliveries", "all", "delivered", "left");
        overview.deliveries(authority).forEach((channel, counts) -> {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            long delivered = counts.getOrDefault(DeliveryState.DELIVERED, 0L)
                    + counts.getOrDefault(DeliveryState.ACKNOWLEDGED, 0L);
            long ended =
                    counts.getOrDefault(DeliveryState.SUPERSEDED, 0L) + counts.getOrDefault(DeliveryState.GIVEN_UP, 0L);
            out.printf(Locale.ROOT, "%-46s %9d %9d %9d%n", channel.label(), all, delivered, all - delivered - ended);
        });
        attention(pack, out);
    }

    private static String equation(Overview.RequestSums sums) {
        String figures = String.format(
                Locale.ROOT,
                "%d accepted request rows + %d opened here = %d requests + %d changes to them",
                sums.acceptedRows(),
                sums.opened(),
                sums.requests(),
                sums.changes());
        return sums.addUp() ? figures : figures + ": THIS DOES NOT ADD UP, tell the makers";
    }

    private void attention(Pack pack, PrintStream out) {
        Instant now = clock.instant();
        var overdue = overview.overdue(pack.authority(), now, MOST_LINES);
        var tasks = overview.tasks(List.of(pack.authority()), MOST_LINES);
        if (!overdue.isEmpty()) {
            out.printf(Locale.ROOT, "%nOver its limit%n");
            overdue.forEach(item -> out.printf(
                    Locale.ROOT, "  %-10s %s since %s: %s%n", item.kind(), item.what(), item.since(), item.problem()));
        }
        if (!tasks.isEmpty()) {
            out.printf(Locale.ROOT, "%nFor a person (the first %d)%n", MOST_LINES);
            tasks.forEach(task -> out.printf(
                    Locale.ROOT,
                    "  %s%s %s: %s%n",
                    task.urgent() ? "URGENT " : "",
                    task.reference() == null ? "-" : task.reference(),
                    task.kind(),
                    task.text()));
        }
    }
}
