package org.stepbridge.ledger;

import static org.stepbridge.ledger.Files.at;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.ClockStart;
import org.stepbridge.model.RequestState;

/** What was decided or done about a request outside this program; called inside a deed's transaction. */
@Component
class Outcomes {
    private final JdbcClient jdbc;
    private final Packs packs;
    private final Clock clock;

    Outcomes(JdbcClient jdbc, Packs packs, Clock clock) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.clock = clock;
    }

    DeedResult record(Deed deed, Standing request) {
        Action action = deed.action();
        if (action instanceof Action.RecordOutcome outcome) {
            return outcome(deed, request, outcome);
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
            int changed = jdbc.sql("""
                            update clock set met_at = ?
                            where id = ? and request_id = ? and met_at is null and stopped_at is null""")
                    .params(at(clock.instant()), met.clockId(), request.id())
                    .update();
            return closed(changed, request, "That deadline is not running: it was met or has stopped.");
        } else if (action instanceof Action.Disagree) {
            return disagree(request);
        }
        return close(deed, request);
    }

    /** How it stands after a deed. */
    DeedResult standing(long requestId) {
        return new DeedResult.Done(RequestState.of(jdbc.sql("select state from request where id = ?")
                .param(requestId)
                .query(String.class)
                .single()));
    }

    private DeedResult outcome(Deed deed, Standing request, Action.RecordOutcome outcome) {
        boolean hub = outcome.by() == Action.Party.HUB;
        boolean theirs = hub
                ? request.state() == RequestState.QUEUED_FOR_HUB
                : request.state() == RequestState.SENT_TO_MASH || request.state() == RequestState.MASH_PENDING;
        if (!theirs) {
            return new DeedResult.Impossible(
                    "It is not waiting for " + (hub ? "the hub" : "MASH") + ": it may have been decided or closed.");
        }
        if (!said(outcome.by()).contains(outcome.said())) {
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
                .param(outcome.by().name().toLowerCase(Locale.ROOT))
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
        meet(request, pack(request).clocksOnDelivery(request.request().type(), now), now);
        if (outcome.said().turnedDown()) {
            start(request, pack(request).clocksOnRefusal(request.request().type(), now), now);
        }
        return end(request, now);
    }

    private static Set<Action.Said> said(Action.Party party) {
        return party == Action.Party.HUB
                ? EnumSet.of(Action.Said.ACCEPTED, Action.Said.WAITLISTED, Action.Said.DECLINED)
                : EnumSet.of(Action.Said.ACCEPTED, Action.Said.REJECTED);
    }

    /** What carried it has been read there. */
    private void acknowledge(long requestId, String channel) {
        jdbc.sql("""
                        update delivery set state = 'acknowledged', problem = '', claimed_by = null, lease_until = null,
                                            fence = fence + 1
                        where channel = ? and (state in ('sending', 'delivered', 'uncertain', 'failed') or state = 'pending' and attempts > 0)
                          and id in (select delivery_id from delivery_line where request_id = ? and not superseded)""").params(channel, requestId).update();
    }

    private DeedResult disagree(Standing request) {
        if (request.state() == RequestState.WAITING_FOR_EVIDENCE || request.state() == RequestState.RECEIVED) {
            return new DeedResult.Impossible("Nothing is decided yet with which anybody could disagree.");
        }
        Instant now = clock.instant();
        start(request, pack(request).clocksOnDisagreement(request.request().type(), now), now);
        return new DeedResult.Done(request.state());
    }

    private DeedResult close(Deed deed, Standing request) {
        if (request.state() == RequestState.CLOSED) {
            return new DeedResult.Impossible("It is closed already.");
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
        jdbc.sql("update clock set stopped_at = ? where request_id = ? and met_at is null and stopped_at is null")
                .params(at(now), request.id())
                .update();
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

    private void meet(Standing request, List<ClockStart> clocks, Instant now) {
        jdbc.sql("""
                        update clock set met_at = ?
                        where request_id = ? and clock = any(?) and met_at is null and stopped_at is null""")
                .params(
                        at(now),
                        request.id(),
                        clocks.stream().map(ClockStart::clock).toArray(String[]::new))
                .update();
    }

    private void start(Standing request, List<ClockStart> clocks, Instant now) {
        for (ClockStart one : clocks) {
            jdbc.sql("insert into clock (request_id, clock, clause, started_at, due_at) values (?, ?, ?, ?, ?)")
                    .params(request.id(), one.clock(), one.clause(), at(now), at(one.due()))
                    .update();
        }
    }

    private static DeedResult closed(int rows, Standing request, String otherwise) {
        return rows == 0 ? new DeedResult.Impossible(otherwise) : new DeedResult.Done(request.state());
    }
}
