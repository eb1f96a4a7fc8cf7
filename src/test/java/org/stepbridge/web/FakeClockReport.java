package org.stepbridge.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stepbridge.casework.ClockReport;
import org.stepbridge.model.Authority;

/** Deadlines that tests put there. */
class FakeClockReport implements ClockReport {
    final List<Line> lines = new ArrayList<>();
    final List<Kept> kept = new ArrayList<>();

    void clear() {
        lines.clear();
        kept.clear();
    }

    @Override
    public List<Line> running(List<Authority> authorities, Instant behind, Instant until, boolean halfMet, int most) {
        return lines.stream()
                .filter(line -> authorities.contains(line.authority()))
                .filter(line -> line.dueAt().isAfter(behind) && !line.dueAt().isAfter(until))
                .filter(line -> !halfMet || line.halfOn() != null)
                .limit(most)
                .toList();
    }

    @Override
    public List<Tally> tally(List<Authority> authorities, Instant behind, Instant until, boolean halfMet, int most) {
        Map<String, Tally> tallies = new TreeMap<>();
        running(authorities, behind, until, halfMet, most)
                .forEach(line -> tallies.merge(
                        line.clock(),
                        new Tally(line.authority(), line.type(), line.clock(), line.clause(), 1),
                        (one, other) -> new Tally(
                                one.authority(), one.type(), one.clock(), one.clause(), one.count() + other.count())));
        return List.copyOf(tallies.values());
    }

    @Override
    public List<Kept> kept(List<Authority> authorities, Instant behind, Instant until, Set<By> by) {
        return kept.stream()
                .filter(each -> authorities.contains(each.authority()))
                .toList();
    }
}
