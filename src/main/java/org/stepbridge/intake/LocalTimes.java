package org.stepbridge.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * Puts local times of an authority in their place in time. Where the clocks go forward, a time that they skip is read as
 * that much later; where they go back, a time that comes twice is read as the first.
 */
record LocalTimes(ZoneId zone) {

    /**
     * A local time in its place.
     *
     * @param at the moment
     * @param day the day there
     * @param written the local time in ISO 8601 to the second, seconds left out when they are zero; such texts compare
     *     as the times do
     * @param doubt what had to be chosen, in words that follow the heading; null when nothing had
     */
    record Resolved(
            Instant at,
            LocalDate day,
            String written,
            @Nullable String doubt) {}

    Resolved resolve(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null) {
            ZoneOffset offset = zone.getRules().getOffset(local);
            return resolved(local, offset, null);
        }
        return change.isGap()
                ? resolved(
                        local.plus(change.getDuration()),
                        change.getOffsetAfter(),
                        "is a time that the clocks skip in spring; it is read as that much later")
                : resolved(
                        local,
                        change.getOffsetBefore(),
                        "is a time that comes twice when the clocks go back; it is read as the first");
    }

    private static Resolved resolved(LocalDateTime local, ZoneOffset offset, @Nullable String doubt) {
        LocalDateTime written = local.truncatedTo(ChronoUnit.SECONDS);
        return new Resolved(local.toInstant(offset), local.toLocalDate(), written.toString(), doubt);
    }
}
