package org.stepbridge.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.ClockStart;
import org.stepbridge.model.Dispatch;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.model.Request;

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

    /**
     * The clocks that this event starts for this request, with their due times. A condition that cannot be evaluated
     * counts as holding: a clock too many is seen, one too few is not.
     */
    public List<ClockStart> clocks(Request request, String event, Instant at) {
        return rules(request.type()).stream()
                .filter(clock -> clock.from().equals(event) && holds(clock.when(), request, at))
                .flatMap(clock -> deadline().start(clock, clock.within(), at, request).stream())
                .toList();
    }

    /** The names of the clocks that this event may start for requests of this type. */
    public Set<String> clocksFrom(String type, ClockRule.Event event) {
        return rules(type).stream()
                .filter(clock -> clock.from().equals(event.label()))
                .map(ClockRule::id)
                .collect(Collectors.toSet());
    }

    /** The clock that starts when this one was met then; empty when once was enough or the protocol no longer knows it. */
    public Optional<ClockStart> again(String type, String clock, Instant metAt) {
        return clock(type, clock).flatMap(rule -> {
            Within every = rule.every();
            return every == null ? Optional.empty() : deadline().start(rule, every, metAt, null);
        });
    }

    /** The clock counted afresh from then. */
    public Optional<ClockStart> afresh(String type, String clock, Instant from) {
        return clock(type, clock).flatMap(rule -> deadline().start(rule, rule.within(), from, null));
    }

    /** The rule of this clock, if the protocol has it. */
    public Optional<ClockRule> clock(String type, String clock) {
        return rules(type).stream().filter(rule -> rule.id().equals(clock)).findFirst();
    }

    /** What is asked of people once a request of this type is decided. */
    public FollowUp followUp(String type) {
        RequestRules rules = requests.get(type);
        return rules == null ? FollowUp.NONE : rules.followUp();
    }

    /** Whether this event meets a clock of this type of request. */
    public boolean meetsClocks(String type, String event) {
        return rules(type).stream().anyMatch(rule -> rule.met().events().contains(event));
    }

    /** The types of records that any clock waits for. */
    public Set<String> recordTypes() {
        return requests.values().stream()
                .flatMap(rules -> rules.clocks().stream())
                .flatMap(rule -> Stream.concat(rule.met().records().stream(), rule.met().restartedBy().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What people are to be told by now of a clock that is not met, to the addresses that the directory gives them today.
     *
     * @param told how many of its tellings are done
     */
    public Told telling(Request request, String clock, Instant due, int told, Instant now) {
        Optional<ClockRule> rule = clock(request.type(), clock);
        List<Deadline.Moment> moments =
                rule.map(known -> deadline().moments(known.tellings(), due)).orElse(List.of());
        Told found = told(moments, told, now, telling -> dispatches(telling, request));
        Instant next = found.next();
        boolean dueFirst = now.isBefore(due) && (next == null || due.isBefore(next));
        return dueFirst && rule.filter(ClockRule::recheck).isPresent()
                ? new Told(found.rungs(), found.told(), due)
                : found;
    }

    /**
     * What people are to be told by now of something that has stood still for too long (G9). Urgent: it is sent again where
     * nobody knows whether it arrived.
     *
     * @param noticed when it was noticed
     * @param told how many tellings are done
     */
    public Told standing(Instant noticed, int told, Instant now) {
        return told(
                deadline().moments(limits.tellings(), noticed),
                told,
                now,
                telling -> telling.notices().stream()
                        .map(notice -> new Dispatch(
                                Channel.NOTICE_EMAIL, notice.template(), directory.mailboxes(notice.to()), true))
                        .toList());
    }

    private static Told told(
            List<Deadline.Moment> moments,
            int told,
            Instant now,
            Function<ClockRule.Telling, List<Dispatch>> dispatches) {
        List<Told.Rung> rungs = new ArrayList<>();
        int done = told;
        for (Deadline.Moment moment : moments) {
            if (moment.number() >= told && !moment.at().isAfter(now)) {
                rungs.add(new Told.Rung(moment.telling(), dispatches.apply(moment.telling())));
                done = moment.number() + 1;
            }
        }
        return new Told(rungs, done, Deadline.next(moments, done));
    }

    private List<Dispatch> dispatches(ClockRule.Telling telling, Request request) {
        return telling.notices().stream()
                .map(notice -> new Dispatch(
                        Channel.NOTICE_EMAIL, notice.template(), directory.addresses(notice.to(), request), false))
                .toList();
    }

    private boolean holds(Condition when, Request request, Instant at) {
        try {
            return when.holds(new Facts(request, at, zone));
        } catch (RuntimeException unreadable) {
            return true;
        }
    }

    private List<ClockRule> rules(String type) {
        RequestRules rules = requests.get(type);
        return rules == null ? List.of() : rules.clocks();
    }

    private Deadline deadline() {
        return new Deadline(zone, workingDays);
    }
}
