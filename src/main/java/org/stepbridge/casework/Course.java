package org.stepbridge.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Channel;
import org.stepbridge.model.ClockStart;
import org.stepbridge.model.Dispatch;
import org.stepbridge.model.Request;
import org.stepbridge.protocol.ClockRule;
import org.stepbridge.protocol.EventRule;
import org.stepbridge.protocol.Opening;
import org.stepbridge.protocol.Protocol;
import org.stepbridge.protocol.Told;

/** What a protocol says of the course of requests that are decided: clocks, events, checklists. */
public final class Course {
    /** The message about it has arrived. */
    public static final String DELIVERED = ClockRule.Event.DELIVERED.label();
    /** The hub or MASH took it on. */
    public static final String TAKEN_ON = ClockRule.Event.TAKEN_ON.label();
    /** The hub or MASH turned it down. */
    public static final String TURNED_DOWN = ClockRule.Event.TURNED_DOWN.label();
    /** Somebody disagreed with what was decided. */
    public static final String DISAGREED = ClockRule.Event.DISAGREED.label();

    private final Protocol protocol;

    Course(Protocol protocol) {
        this.protocol = protocol;
    }

    /**
     * A clock's rule, as far as it matters to one that runs.
     *
     * @param records types of records that meet it
     * @param onBoth whether such a record must stand on both systems
     * @param events events that meet it
     * @param restartedBy types of records from which it counts afresh
     * @param needs items of the checklist that must be ticked first
     * @param comesAgain whether it starts anew once it is met
     * @param recheck whether the request is decided again when it is due
     */
    public record Clock(
            String title,
            Set<String> records,
            boolean onBoth,
            Set<String> events,
            Set<String> restartedBy,
            Set<String> needs,
            boolean comesAgain,
            boolean recheck) {
        /** The rule of a clock that the protocol no longer knows: a person meets it. */
        public static final Clock UNKNOWN = new Clock("", Set.of(), false, Set.of(), Set.of(), Set.of(), false, false);
    }

    /**
     * What people are to be told now of a clock.
     *
     * @param told how many of its tellings are then done
     * @param next when the next is due; null when that was the last
     */
    public record Tellings(
            List<Telling> now, int told, @Nullable Instant next) {
        public Tellings {
            now = List.copyOf(now);
        }
    }

    /**
     * One thing that people are told of a clock.
     *
     * @param title who is told, or what for
     * @param clause the clause that asks for it
     */
    public record Telling(String title, String clause, List<Dispatch> dispatches) {
        public Telling {
            dispatches = List.copyOf(dispatches);
        }
    }

    /**
     * Something that can happen on a request.
     *
     * @param after the event that must have happened before; empty for none
     * @param needs items of the checklist that must be ticked first
     * @param dispatches who is told, at the addresses of today
     * @param task what a person must do then; empty for nothing
     * @param closes whether the request ends with it
     * @param opens whether it opens a request of its own
     * @param limit how often it happens until {@code limitEvent} and {@code limitTask} follow; 0 for never
     */
    public record Event(
            String id,
            String clause,
            String title,
            String after,
            Set<String> needs,
            List<Dispatch> dispatches,
            String task,
            boolean closes,
            boolean opens,
            int limit,
            String limitEvent,
            String limitTask) {
        public Event {
            needs = Set.copyOf(needs);
            dispatches = List.copyOf(dispatches);
        }
    }

    /** Something on a checklist. */
    public record Item(String id, String clause, String text) {}

    /**
     * A field that is filled from the latest earlier request of these types.
     *
     * @param take {@code acceptedAt} or a field of that request
     */
    public record EarlierField(String field, Set<String> types, String take) {}

    /** The types of records that any clock waits for. */
    public Set<String> recordTypes() {
        return protocol.recordTypes();
    }

    /** The rule of this clock. */
    public Clock clock(String type, String id) {
        return protocol.clock(type, id)
                .map(rule -> new Clock(
                        rule.title(),
                        rule.met().records(),
                        rule.met().onBoth(),
                        rule.met().events(),
                        rule.met().restartedBy(),
                        rule.met().needs(),
                        rule.every() != null,
                        rule.recheck()))
                .orElse(Clock.UNKNOWN);
    }

    /** The clocks that this event starts. */
    public List<ClockStart> starts(Request request, String event, Instant at) {
        return protocol.clocks(request, event, at);
    }

    /** The names of the clocks of such requests that start with their return. */
    public Set<String> startedByReturn(String type) {
        return protocol.clocksFrom(type, ClockRule.Event.RETURNED);
    }

    /** The names of the clocks of such requests that start when the message about them has arrived. */
    public Set<String> startedByDelivery(String type) {
        return protocol.clocksFrom(type, ClockRule.Event.DELIVERED);
    }

    /** The clock that starts when this one was met then. */
    public Optional<ClockStart> again(String type, String clock, Instant metAt) {
        return protocol.again(type, clock, metAt);
    }

    /** The clock counted afresh from then. */
    public Optional<ClockStart> afresh(String type, String clock, Instant from) {
        return protocol.afresh(type, clock, from);
    }

    /** Whether this event meets a clock of this type of request. */
    public boolean meetsClocks(String type, String event) {
        return protocol.meetsClocks(type, event);
    }

    /** What people are to be told by now of a clock that is not met. */
    public Tellings tellings(Request request, String clock, Instant due, int told, Instant now) {
        return tellings(protocol.telling(request, clock, due, told, now));
    }

    /** What people are to be told by now of something that has stood still for too long (G9), whatever it is. */
    public Tellings standing(Instant noticed, int told, Instant now) {
        return tellings(protocol.standing(noticed, told, now));
    }

    private static Tellings tellings(Told found) {
        List<Telling> tellings = found.rungs().stream()
                .map(rung -> new Telling(rung.telling().title(), rung.telling().clause(), rung.dispatches()))
                .toList();
        return new Tellings(tellings, found.told(), found.next());
    }

    /** What the protocol says of this event on such a request, if it has a name for it. */
    public Optional<Event> event(Request request, String id) {
        return protocol.followUp(request.type()).event(id).map(rule -> event(request, rule));
    }

    private Event event(Request request, EventRule rule) {
        return new Event(
                rule.id(),
                rule.clause(),
                rule.title(),
                rule.after(),
                rule.needs(),
                rule.notices().stream()
                        .map(notice -> new Dispatch(
                                Channel.NOTICE_EMAIL,
                                notice.template(),
                                protocol.directory().addresses(notice.to(), request),
                                false))
                        .toList(),
                rule.task(),
                rule.closes(),
                !rule.opens().equals(Opening.NONE),
                rule.limit().count(),
                rule.limit().event(),
                rule.limit().task());
    }

    /**
     * The request of its own that this event opens on such a request, if it opens one.
     *
     * @param reason what whoever recorded the event said
     */
    public Optional<Request> opened(Request request, String event, String reason, Instant now) {
        return protocol.followUp(request.type())
                .event(event)
                .map(EventRule::opens)
                .filter(opening -> !opening.equals(Opening.NONE))
                .map(opening -> opening.from(request, reason, now));
    }

    /** Whether people may record this event by itself: what follows from others, or from what people do, they may not. */
    public boolean byHand(Request request, String event) {
        boolean follows = protocol.followUp(request.type()).events().stream()
                .anyMatch(rule -> rule.limit().event().equals(event));
        return !follows
                && Stream.of(ClockRule.Event.values())
                        .noneMatch(own -> own.label().equals(event));
    }

    /** What people may record on such a request: what the protocol has a name for, but nothing of the engine's own. */
    public List<Event> recordable(Request request) {
        return protocol.followUp(request.type()).events().stream()
                .filter(rule -> byHand(request, rule.id()))
                .map(rule -> event(request, rule))
                .toList();
    }

    /** Everything that can stand on the checklist of such a request. */
    public List<Item> checklist(String type) {
        return protocol.followUp(type).checklist().stream()
                .map(item -> new Item(item.id(), item.clause(), item.text()))
                .toList();
    }

    /** What must be ticked before a person sends on such a request of which these rules speak. */
    public Set<String> neededToSend(String type, Set<String> rules) {
        var known = protocol.requests().get(type);
        return known == null
                ? Set.of()
                : known.checks().stream()
                        .filter(check -> rules.contains(check.id()))
                        .flatMap(check -> check.needs().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The clause by which such a request ends with a closing event only; empty when there is none. */
    public String closing(String type) {
        return protocol.followUp(type).closing();
    }

    /** The fields of such a request that earlier ones fill. */
    public List<EarlierField> earlier(String type) {
        return protocol.followUp(type).earlier().stream()
                .map(rule -> new EarlierField(rule.field(), rule.types(), rule.take()))
                .toList();
    }
}
