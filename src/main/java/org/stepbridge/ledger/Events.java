package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Course;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Request;
import org.stepbridge.model.TaskStart;

/** What happens on decided requests, and all that follows from it by the protocol; called inside the ledger's transactions. */
@Component
class Events {
    private final JdbcClient jdbc;
    private final Packs packs;
    private final Clocks clocks;
    private final Notices notices;
    private final Decisions decisions;

    Events(JdbcClient jdbc, Packs packs, Clocks clocks, Notices notices, Decisions decisions) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.clocks = clocks;
        this.notices = notices;
        this.decisions = decisions;
    }

    /**
     * What is left to do once something has happened.
     *
     * @param ends whether the request ends with it
     * @param opened the requests that it opens
     */
    record Aftermath(boolean ends, List<Request> opened) {
        static final Aftermath NONE = new Aftermath(false, List.of());

        Aftermath and(Aftermath other) {
            List<Request> all = new ArrayList<>(opened);
            all.addAll(other.opened);
            return new Aftermath(ends || other.ends, all);
        }
    }

    /** What the protocol says of this event on such a request, if it has a name for it. */
    Optional<Course.Event> rule(Request request, String event) {
        return course(request).event(request, event);
    }

    /** Why this cannot happen yet; empty when it can. */
    Optional<String> missing(Standing request, Course.Event rule) {
        if (!rule.after().isEmpty() && count(request, rule.after()) == 0) {
            String first = rule(request.request(), rule.after())
                    .map(Course.Event::title)
                    .orElse(rule.after());
            return Optional.of("This must have happened first: " + first + " (" + rule.clause() + ").");
        }
        return notTicked(request, rule.needs().stream().toList(), Instant.EPOCH);
    }

    /** Why this clock cannot be met yet; empty when it can. */
    Optional<String> missing(Standing request, RunningClock clock) {
        List<String> needs = clocks.rule(clock).needs().stream().sorted().toList();
        return notTicked(request, needs, clock.startedAt());
    }

    /** Why a person cannot send it on yet, although the protocol's evidence is there; empty when they can. */
    Optional<String> missing(Standing request, Decision sentOn) {
        Set<String> rules = sentOn.flags().stream().map(Flag::code).collect(Collectors.toSet());
        Set<String> needs =
                course(request.request()).neededToSend(request.request().type(), rules);
        return notTicked(request, List.copyOf(needs), Instant.EPOCH);
    }

    private Optional<String> notTicked(Standing request, List<String> items, Instant since) {
        List<String> ticked = items.isEmpty()
                ? List.of()
                : jdbc.sql("select distinct item from checklist_tick where request_id = ? and at >= ?")
                        .params(request.id(), at(since))
                        .query(String.class)
                        .list();
        String missing = course(request.request()).checklist(request.request().type()).stream()
                .filter(item -> items.contains(item.id()) && !ticked.contains(item.id()))
                .map(item -> item.text() + " (" + item.clause() + ")")
                .collect(Collectors.joining(" "));
        return missing.isEmpty() ? Optional.empty() : Optional.of("First see to this and tick it: " + missing);
    }

    /**
     * Lets something happen.
     *
     * @param event one of the engine's events or one that the pack names
     * @param reason in whoever's own words; goes into the notices
     */
    Aftermath happen(Standing request, String event, String by, String reason, Instant now) {
        clocks.happened(new Clocks.About(request.id(), request.reference(), request.request()), event, now, by, now);
        Optional<Course.Event> named = rule(request.request(), event);
        if (named.isEmpty()) {
            return Aftermath.NONE;
        }
        Course.Event rule = named.get();
        jdbc.sql("insert into case_event (request_id, event, at, by, reason) values (?, ?, ?, ?, ?)")
                .params(request.id(), event, at(now), by, reason)
                .update();
        tell(request, rule, reason, now);
        task(request, rule.id(), rule.clause(), rule.task(), now);
        List<Request> opened = course(request.request()).opened(request.request(), event, reason, now).stream()
                .toList();
        return new Aftermath(rule.closes(), opened).and(atLimit(request, rule, by, reason, now));
    }

    private Aftermath atLimit(Standing request, Course.Event rule, String by, String reason, Instant now) {
        if (rule.limit() == 0 || count(request, rule.id()) != rule.limit()) {
            return Aftermath.NONE;
        }
        task(request, rule.id() + "-limit", rule.clause(), rule.limitTask(), now);
        return rule.limitEvent().isEmpty() ? Aftermath.NONE : happen(request, rule.limitEvent(), by, reason, now);
    }

    private int count(Standing request, String event) {
        return jdbc.sql("select count(*) from case_event where request_id = ? and event = ?")
                .params(request.id(), event)
                .query(Integer.class)
                .single();
    }

    private void task(Standing request, String kind, String clause, String text, Instant now) {
        if (!text.isEmpty()) {
            TaskStart task = new TaskStart(kind, clause, text, false);
            decisions.open(request.request().authority(), List.of(new Decisions.Task(request.id(), task)), now);
        }
    }

    private void tell(Standing request, Course.Event rule, String reason, Instant now) {
        Map<String, String> facts = Map.of(
                "eventTitle",
                rule.title(),
                "eventClause",
                rule.clause(),
                "eventReason",
                reason,
                "happenedAt",
                now.toString());
        notices.send(
                rule.dispatches().stream()
                        .map(dispatch -> new Notices.Notice(
                                request.request().authority(),
                                request.id(),
                                request.version(),
                                request.decisionId(),
                                dispatch,
                                facts))
                        .toList(),
                now);
    }

    private Course course(Request request) {
        return packs.of(request.authority()).course();
    }
}
