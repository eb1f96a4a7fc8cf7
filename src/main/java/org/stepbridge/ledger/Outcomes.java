package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Course;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Request;
import org.stepbridge.model.RequestState;

/** What was decided or done about a request outside this program; called inside a deed's transaction. */
@Component
class Outcomes {
    private static final String NOT_RUNNING = "That deadline is not running: it was met or has stopped.";

    private final JdbcClient jdbc;
    private final Packs packs;
    private final Clock clock;
    private final Clocks clocks;
    private final Events events;

    Outcomes(JdbcClient jdbc, Packs packs, Clock clock, Clocks clocks, Events events) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.clock = clock;
        this.clocks = clocks;
        this.events = events;
    }

    /** Opens a request that another one leads to; false when it is open already. */
    @FunctionalInterface
    interface Opener {
        boolean open(Request opened) throws SQLException;
    }

    DeedResult record(Deed deed, Standing request, Opener opener) throws SQLException {
        Action action = deed.action();
        if (action instanceof Action.RecordOutcome outcome) {
            return outcome(deed, request, outcome, opener);
        } else if (action instanceof Action.RecordPhoneCall) {
            return closed(
                    tick("kind = 'phone-mash' and request_id = ?", deed, request.id()),
                    request,
                    "No phone call is waiting to be recorded.");
        } else if (action instanceof Action.TickTask task) {
            return closed(
                    tick("kind <> 'phone-mash' and request_id = ? and id = ?", deed, request.id(), task.taskId()),
                    request,
                    "That task is not open: somebody may have ticked it off.");
        } else if (action instanceof Action.MeetClock met) {
            return meetClock(deed, request, met);
        } else if (action instanceof Action.PauseClock pause) {
            return closed(
                    jdbc.sql("""
                                    update clock set paused_at = ? where id = ? and request_id = ?
                                    and met_at is null and stopped_at is null and paused_at is null""")
                            .params(at(clock.instant()), pause.clockId(), request.id())
                            .update(),
                    request,
                    NOT_RUNNING);
        } else if (action instanceof Action.ResumeClock resume) {
            return closed(
                    jdbc.sql("""
                                    update clock
                                    set due_at = due_at + (? - paused_at), next_at = next_at + (? - paused_at), paused_at = null
                                    where id = ? and request_id = ? and paused_at is not null""")
                            .params(at(clock.instant()), at(clock.instant()), resume.clockId(), request.id())
                            .update(),
                    request,
                    "That deadline does not stand still.");
        } else if (action instanceof Action.Happen happen) {
            return happen(deed, request, happen.event(), opener);
        } else if (action instanceof Action.TickItem item) {
            return tickItem(deed, request, item.item());
        } else if (action instanceof Action.Disagree) {
            return disagree(deed, request, opener);
        }
        return close(deed, request);
    }

    private DeedResult meetClock(Deed deed, Standing request, Action.MeetClock met) {
        Optional<RunningClock> running = clocks.running(request.id()).stream()
                .filter(one -> one.id() == met.clockId())
                .findFirst();
        if (running.isEmpty()) {
            return new DeedResult.Impossible(NOT_RUNNING);
        }
        Optional<String> missing = events.missing(request, running.get());
        if (missing.isPresent()) {
            return new DeedResult.Impossible(missing.get());
        }
        clocks.meet(running.get(), clock.instant(), deed.actor(), "by hand", clock.instant());
        return new DeedResult.Done(request.state());
    }

    private DeedResult happen(Deed deed, Standing request, String event, Opener opener) throws SQLException {
        Optional<Course.Event> rule = events.rule(request.request(), event);
        if (rule.isEmpty() || !pack(request).course().byHand(request.request(), event)) {
            return new DeedResult.Impossible("The protocol has no such event for this type of request.");
        }
        boolean waitedFor = pack(request).course().meetsClocks(request.request().type(), event);
        if (request.state() == RequestState.CLOSED && !waitedFor && !rule.get().opens()) {
            return new DeedResult.Impossible("It is closed already.");
        }
        Optional<String> missing = events.missing(request, rule.get());
        if (missing.isPresent()) {
            return new DeedResult.Impossible(missing.get());
        }
        Instant now = clock.instant();
        Events.Aftermath after = events.happen(request, event, deed.actor(), deed.reason(), now);
        for (Request opened : after.opened()) {
            if (!opener.open(opened)) {
                return new DeedResult.Impossible(
                        "It has been opened already: look under what belongs to this request.");
            }
        }
        if (after.ends()) {
            clocks.stop(new Long[] {request.id()}, now);
            return end(request, now);
        }
        return new DeedResult.Done(request.state());
    }

    private DeedResult tickItem(Deed deed, Standing request, String item) {
        boolean known = pack(request).course().checklist(request.request().type()).stream()
                .anyMatch(one -> one.id().equals(item));
        if (!known) {
            return new DeedResult.Impossible("That is not on the checklist of this type of request.");
        }
        jdbc.sql("insert into checklist_tick (request_id, item, at, by) values (?, ?, ?, ?) on conflict do nothing")
                .params(request.id(), item, at(clock.instant()), deed.actor())
                .update();
        return new DeedResult.Done(request.state());
    }

    /** Why a person cannot send it on yet, although the protocol's evidence is there; empty when they can. */
    Optional<String> missing(Standing request, Decision sentOn) {
        return events.missing(request, sentOn);
    }

    /** How it stands after a deed. */
    DeedResult standing(long requestId) {
        return new DeedResult.Done(RequestState.of(jdbc.sql("select state from request where id = ?")
                .param(requestId)
                .query(String.class)
                .single()));
    }

    private DeedResult outcome(Deed deed, Standing request, Action.RecordOutcome outcome, Opener opener)
            throws SQLException {
        boolean hub = outcome.by() == Action.Party.HUB;
        boolean theirs = hub
                ? request.state() == RequestState.QUEUED_FOR_HUB
                : request.state() == RequestState.SENT_TO_MASH || request.state() == RequestState.MASH_PENDING;
        if (!theirs) {
            return new DeedResult.Impossible(
                    "It is not waiting for " + (hub ? "the hub" : "MASH") + ": it may have been decided or closed.");
        }
        if (!outcome.by().says().contains(outcome.said())) {
            return new DeedResult.Impossible(
                    hub ? "The hub accepts, waitlists or declines." : "MASH accepts or rejects.");
        }
        if (outcome.said().turnedDown() && outcome.rationale().isBlank()) {
            return new DeedResult.Impossible("Say why it was turned down: the rationale goes to whoever asked.");
        }
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into outcome (request_id, party, said, rationale, starts, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(request.id())
                .param(outcome.by().label())
                .param(outcome.said().label())
                .param(outcome.rationale().strip())
                .param(outcome.starts())
                .param(at(now))
                .param(deed.actor())
                .update();
        acknowledge(request.id(), hub ? "hub" : "mash-email");
        if (outcome.said() == Action.Said.WAITLISTED) {
            return new DeedResult.Done(request.state());
        }
        meet(deed, request, now);
        String event = outcome.said().turnedDown() ? Course.TURNED_DOWN : Course.TAKEN_ON;
        String rationale = outcome.rationale().strip();
        for (Request opened :
                events.happen(request, event, deed.actor(), rationale, now).opened()) {
            opener.open(opened);
        }
        return end(request, now);
    }

    /** What carried it has been read there. */
    private void acknowledge(long requestId, String channel) {
        jdbc.sql("""
                        update delivery set state = 'acknowledged', problem = '', claimed_by = null, lease_until = null,
                                            fence = fence + 1
                        where channel = ? and (state in ('sending', 'delivered', 'uncertain', 'failed') or state = 'pending' and attempts > 0)
                          and id in (select delivery_id from delivery_line where request_id = ? and not superseded)""").params(channel, requestId).update();
    }

    private DeedResult disagree(Deed deed, Standing request, Opener opener) throws SQLException {
        if (request.state() == RequestState.WAITING_FOR_EVIDENCE || request.state() == RequestState.RECEIVED) {
            return new DeedResult.Impossible("Nothing is decided yet with which anybody could disagree.");
        }
        Instant now = clock.instant();
        for (Request opened : events.happen(request, Course.DISAGREED, deed.actor(), deed.reason(), now)
                .opened()) {
            opener.open(opened); // whoever disagrees again finds it opened already
        }
        return new DeedResult.Done(request.state());
    }

    private DeedResult close(Deed deed, Standing request) {
        if (request.state() == RequestState.CLOSED) {
            return new DeedResult.Impossible("It is closed already.");
        }
        String closing = pack(request).course().closing(request.request().type());
        if (!closing.isEmpty() && request.state() == RequestState.ALLOCATED) {
            return new DeedResult.Impossible(
                    "The protocol ends it for one of its own reasons only (" + closing + "): record that one.");
        }
        if (request.state() == RequestState.MASH_PENDING) {
            return new DeedResult.Impossible("Its email to MASH has not left yet, so it cannot be closed.");
        }
        boolean urgent = jdbc.sql(
                        "select exists (select from task where request_id = ? and urgent and closed_at is null)")
                .param(request.id())
                .query(Boolean.class)
                .single();
        if (urgent) {
            return new DeedResult.Impossible("An urgent task of it is open: do that first and record it.");
        }
        Instant now = clock.instant();
        tick("request_id = ?", deed, request.id());
        clocks.stop(new Long[] {request.id()}, now);
        return end(request, now);
    }

    private DeedResult end(Standing request, Instant now) {
        jdbc.sql("update request set state = 'closed', state_since = ?, recheck = false, needs = null where id = ?")
                .params(at(now), request.id())
                .update();
        return new DeedResult.Done(RequestState.CLOSED);
    }

    private int tick(String which, Deed deed, Long... numbers) {
        return jdbc.sql("update task set closed_at = ?, closed_by = ? where closed_at is null and " + which)
                .param(at(clock.instant()))
                .param(deed.actor())
                .params((Object[]) numbers)
                .update();
    }

    private Pack pack(Standing request) {
        return packs.of(request.request().authority());
    }

    /** What waited for them to decide is met by their deciding. */
    private void meet(Deed deed, Standing request, Instant now) {
        Set<String> waiting =
                pack(request).course().startedByDelivery(request.request().type());
        clocks.running(request.id()).stream()
                .filter(one -> waiting.contains(one.clock()))
                .forEach(one -> clocks.meet(one, now, deed.actor(), "decided", now));
    }

    private static DeedResult closed(int rows, Standing request, String otherwise) {
        return rows == 0 ? new DeedResult.Impossible(otherwise) : new DeedResult.Done(request.state());
    }
}
