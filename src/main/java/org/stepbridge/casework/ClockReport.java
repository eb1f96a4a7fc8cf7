package org.stepbridge.casework;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;
import org.stepbridge.model.SourceSystem;

/** How the deadlines of all requests stand. Reads only. */
public interface ClockReport {

    /**
     * Deadlines that run and are due in this time, those that people have paused left out; the first due first.
     *
     * @param behind after this moment
     * @param until up to this moment, itself included
     * @param halfMet only those that one system of two has the record for
     */
    List<Line> running(List<Authority> authorities, Instant behind, Instant until, boolean halfMet, int most);

    /**
     * How many of these deadlines run, by deadline; those with the most first.
     *
     * @param most only the first due of them are counted, as they are given by {@link #running}
     */
    List<Tally> tally(List<Authority> authorities, Instant behind, Instant until, boolean halfMet, int most);

    /**
     * How many of the deadlines that have come due in this time were kept, by deadline, by the month in which they were due and
     * by whom it tells apart; the latest month first. Those that a later decision took away, or that people have paused, are
     * left out.
     *
     * @param by what else tells figures apart; of the rest each figure has an empty text
     */
    List<Kept> kept(List<Authority> authorities, Instant behind, Instant until, Set<By> by);

    /** What figures are told apart by. */
    enum By {
        /** Where the family lives. */
        LOCALITY,
        /** The team that asked. */
        TEAM,
        /** The worker who asked. */
        WORKER
    }

    /**
     * A deadline that runs, without personal data.
     *
     * @param halfOn the one system of two that has its record; null for none
     */
    record Line(
            Reference reference,
            Authority authority,
            String type,
            String locality,
            String team,
            String clock,
            String clause,
            Instant dueAt,
            @Nullable SourceSystem halfOn) {}

    /**
     * Deadlines of one kind that run.
     *
     * @param type the type of the requests
     */
    record Tally(Authority authority, String type, String clock, String clause, long count) {}

    /**
     * Deadlines of one kind that have come due in one month.
     *
     * @param type the type of the requests
     */
    record Kept(Authority authority, String type, String clock, String clause, Who who, YearMonth month, Count count) {}

    /** Whom figures are about; a text is empty where it is not known, or not told apart. */
    record Who(String locality, String team, String worker) {}

    /**
     * Figures.
     *
     * @param inTime how many were met before they were due
     * @param late how many were met afterwards
     * @param missed how many are not met
     */
    record Count(long inTime, long late, long missed) {}
}
