package org.stepbridge.casework;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
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
     * How many of the deadlines that have come due in this time were kept, by the locality and the team that asked and
     * the month in which they were due; the latest month first. Those that a later decision took away, or that people
     * have paused, are left out.
     */
    List<Kept> kept(List<Authority> authorities, Instant behind, Instant until);

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
     * Deadlines that have come due.
     *
     * @param team the team that asked; empty when it is not known
     * @param inTime how many were met before they were due
     * @param late how many were met afterwards
     * @param missed how many are not met
     */
    record Kept(
            Authority authority, String locality, String team, YearMonth month, long inTime, long late, long missed) {}
}
