package org.stepbridge.web;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.stepbridge.casework.ClockReport.Count;
import org.stepbridge.casework.ClockReport.Kept;

/**
 * How all deadlines of one month were kept, as a bar of three parts.
 *
 * @param parts those that are not empty, one beside the other
 */
record KeptBar(String month, String inTime, String late, String missed, long share, List<Part> parts) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /**
     * A part of a bar.
     *
     * @param kind what it counts, as a class
     * @param x where it begins, in thousandths of the widest bar
     * @param width its width, likewise
     */
    record Part(String kind, long x, long width) {}

    /** A bar for each month, the latest first. */
    static List<KeptBar> all(List<Kept> figures) {
        Map<YearMonth, Count> months = new TreeMap<>(Comparator.reverseOrder());
        figures.forEach(kept -> months.merge(
                kept.month(),
                kept.count(),
                (one, other) -> new Count(
                        one.inTime() + other.inTime(), one.late() + other.late(), one.missed() + other.missed())));
        long most = months.values().stream().mapToLong(KeptBar::sum).max().orElse(0);
        return months.entrySet().stream()
                .map(month -> of(month.getKey(), month.getValue(), Math.max(1, most)))
                .toList();
    }

    private static KeptBar of(YearMonth month, Count count, long most) {
        long kept = count.inTime() * 1000 / most;
        long late = (count.inTime() + count.late()) * 1000 / most;
        long all = sum(count) * 1000 / most;
        return new KeptBar(
                MONTH.format(month),
                Figures.count(count.inTime()),
                Figures.count(count.late()),
                Figures.count(count.missed()),
                sum(count) == 0 ? 0 : count.inTime() * 100 / sum(count),
                List.of(
                                new Part("kept", 0, kept),
                                new Part("late", kept, late - kept),
                                new Part("missed", late, all - late))
                        .stream()
                        .filter(part -> part.width() > 0)
                        .toList());
    }

    private static long sum(Count count) {
        return count.inTime() + count.late() + count.missed();
    }
}
