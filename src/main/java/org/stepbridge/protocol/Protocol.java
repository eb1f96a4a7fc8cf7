package org.stepbridge.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.stepbridge.model.Authority;
import org.stepbridge.model.ClockStart;
import org.stepbridge.model.ProtocolVersion;

/**
 * One authority's protocol.
 *
 * @param authority whose it is
 * @param code the three capital letters that its references start with
 * @param version which one it is
 * @param zone the time zone its exports and pages are in
 * @param grace how far past a request's time the notes must reach before a missing note may be concluded (G3)
 * @param requests type to its rules
 * @param directory who has which mailbox
 * @param workingDays its calendar
 * @param limits how old things may become
 */
public record Protocol(
        Authority authority,
        String code,
        ProtocolVersion version,
        ZoneId zone,
        Duration grace,
        Map<String, RequestRules> requests,
        Directory directory,
        WorkingDays workingDays,
        Limits limits) {
    public Protocol {
        requests = Map.copyOf(requests);
    }

    /** The clocks of this type of request that this event starts, with their due times. */
    public List<ClockStart> clocks(String type, ClockRule.Event event, Instant at) {
        RequestRules rules = requests.get(type);
        return rules == null
                ? List.of()
                : rules.clocks().stream()
                        .filter(clock -> clock.from() == event)
                        .map(clock -> new ClockStart(clock.id(), clock.clause(), due(at, clock.within())))
                        .toList();
    }

    private Instant due(Instant from, Within within) {
        LocalDate day = LocalDate.ofInstant(from, zone);
        if (within instanceof Within.Elapsed elapsed) {
            return from.plus(elapsed.duration());
        }
        LocalDate last = within instanceof Within.WorkingDays working
                ? workingDays.after(day, working.days())
                : day.plus(((Within.CalendarTime) within).period());
        return last.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant();
    }
}
