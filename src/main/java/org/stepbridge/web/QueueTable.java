package org.stepbridge.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepbridge.casework.Queues.Queued;

/** How many wait for each programme, and for how long. */
record QueueTable(List<String> ages, List<Row> rows) {
    private static final List<Integer> WEEKS = List.of(0, 1, 2, 4);
    private static final List<String> AGES =
            List.of("Under 1 week", "1 to 2 weeks", "2 to 4 weeks", "4 weeks and longer");

    /** A programme with its counts in the order of the ages. */
    record Row(String programme, List<Cell> counts) {}

    /** A count under its heading. */
    record Cell(String age, String count) {}

    static QueueTable of(List<Queued> waiting, Instant now) {
        Map<String, List<Queued>> programmes = waiting.stream()
                .collect(Collectors.groupingBy(QueueTable::programme, TreeMap::new, Collectors.toList()));
        return new QueueTable(
                AGES,
                programmes.entrySet().stream()
                        .map(each -> new Row(each.getKey(), counts(each.getValue(), now)))
                        .toList());
    }

    /** What a programme is called where there may be none. */
    static String programme(Queued line) {
        return line.programme().isEmpty() ? "No programme named" : line.programme();
    }

    private static List<Cell> counts(List<Queued> lines, Instant now) {
        Map<Integer, Long> counts =
                lines.stream().collect(Collectors.groupingBy(line -> band(line, now), Collectors.counting()));
        return IntStream.range(0, AGES.size())
                .mapToObj(band -> new Cell(AGES.get(band), Figures.count(counts.getOrDefault(band, 0L))))
                .toList();
    }

    private static int band(Queued line, Instant now) {
        long weeks = Duration.between(line.since(), now).toDays() / 7;
        int band = 0;
        while (band + 1 < WEEKS.size() && weeks >= WEEKS.get(band + 1)) {
            band++;
        }
        return band;
    }
}
