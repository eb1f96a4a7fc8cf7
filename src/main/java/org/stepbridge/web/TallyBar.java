package org.stepbridge.web;

import java.util.List;
import org.stepbridge.casework.ClockReport.Tally;

/**
 * How many deadlines of one kind run, as a bar.
 *
 * @param width of the bar, in thousandths of the widest
 */
record TallyBar(String deadline, String clause, String count, long width) {

    /** A bar for each deadline; those with the most come first. */
    static List<TallyBar> all(List<Tally> tallies, Sight sight) {
        long most = tallies.stream().mapToLong(Tally::count).max().orElse(1);
        boolean several = sight.packs().size() > 1;
        return tallies.stream()
                .map(tally -> {
                    var pack = sight.pack(tally.authority());
                    return new TallyBar(
                            pack.clockTitle(tally.type(), tally.clock()) + ", " + pack.typeTitle(tally.type())
                                    + (several ? ", " + pack.title() : ""),
                            tally.clause(),
                            Figures.count(tally.count()),
                            tally.count() * 1000 / most);
                })
                .toList();
    }
}
