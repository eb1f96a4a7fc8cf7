package org.stepbridge.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Case;
import org.stepbridge.casework.Decider;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Decision;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Request;
import org.stepbridge.model.RequestState;
import org.stepbridge.model.TaskStart;
import org.stepbridge.model.Verdict;

/** Decides standing requests again; called inside the ledger's transactions with the requests locked. */
@Component
class Reviews {
    private static final TaskStart EVIDENCE_ARRIVED = new TaskStart(
            "evidence-arrived",
            "",
            "Evidence has arrived since this request was returned. Decide whether to undo the return.",
            false);

    private final Clock clock;
    private final ChildrensNotes notes;
    private final Requests requests;
    private final Decisions decisions;
    private final EarlierRequests earlier;

    Reviews(Clock clock, ChildrensNotes notes, Requests requests, Decisions decisions, EarlierRequests earlier) {
        this.clock = clock;
        this.notes = notes;
        this.requests = requests;
        this.decisions = decisions;
        this.earlier = earlier;
    }

    /** What would be decided of these now. */
    List<Decision> decide(Authority authority, List<Standing> standing, @Nullable Instant watermark, Decider decider) {
        Instant now = clock.instant();
        List<FoundNotes> about =
                notes.about(authority, standing.stream().map(Standing::request).toList(), decider);
        List<Request> known = earlier.known(
                authority, standing.stream().map(Standing::request).toList());
        List<Decision> all = new ArrayList<>();
        for (int i = 0; i < standing.size(); i++) {
            Standing one = standing.get(i);
            all.add(decider.decide(
                    new Case(known.get(i), one.payload().flags(), about.get(i), watermark, one.answers(), now)));
        }
        return all;
    }

    /** Lets what has arrived change what is open. A returned request stays so, and people are told. */
    void checkAgain(
            Connection connection,
            Authority authority,
            List<Standing> standing,
            @Nullable Instant watermark,
            Decider decider)
            throws SQLException {
        List<Decision> all = decide(authority, standing, watermark, decider);
        List<Standing> changed = new ArrayList<>();
        List<Decision> changes = new ArrayList<>();
        List<Decisions.Task> arrived = new ArrayList<>();
        List<Long> same = new ArrayList<>();
        for (int i = 0; i < standing.size(); i++) {
            Standing one = standing.get(i);
            Decision decision = all.get(i);
            boolean other = decision.outcome().state() != one.state()
                    || !decision.sentence().equals(one.sentence());
            if (one.state().open() && other) {
                changed.add(one);
                changes.add(decision);
            } else {
                same.add(one.id());
                if (one.state() == RequestState.RETURNED && decision.evidence() instanceof Verdict.Evidenced) {
                    arrived.add(new Decisions.Task(one.id(), EVIDENCE_ARRIVED));
                }
            }
        }
        requests.checked(same.toArray(Long[]::new));
        decisions.open(authority, arrived, clock.instant());
        replace(connection, authority, changed, changes, "checked again");
    }

    /** Puts these decisions in the place of those that stand. */
    void replace(Connection connection, Authority authority, List<Standing> standing, List<Decision> by, String why)
            throws SQLException {
        if (standing.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        var numbers = decisions.numbers("decision_number", standing.size()).iterator();
        List<Decided> all = new ArrayList<>();
        for (int i = 0; i < standing.size(); i++) {
            Standing one = standing.get(i);
            all.add(new Decided(one.id(), one.reference(), one.version(), one.request(), numbers.next(), by.get(i)));
        }
        requests.redecided(all, now);
        decisions.closeEarlier(all, now);
        decisions.write(connection, authority, all, now, why);
    }
}
