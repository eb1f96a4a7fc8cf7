package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Actions;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.model.Answer;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.RequestState;
import org.stepbridge.model.Verdict;

/** Deeds on PostgreSQL: the request is locked first, so deeds on one request follow one another. */
@Component
class JdbcActions implements Actions {
    private static final Flag UNDONE =
            new Flag("return-undone", "", "It had been returned; a person has undone the return.");

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Reviews reviews;
    private final Outcomes outcomes;
    private final Redelivery redelivery;
    private final Files files;
    private final Decisions decisions;
    private final MergedPersons merged;
    private final LinkedRequests linked;

    JdbcActions(
            DataSource dataSource,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            Reviews reviews,
            Outcomes outcomes,
            Redelivery redelivery,
            Files files,
            Decisions decisions,
            MergedPersons merged,
            LinkedRequests linked) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.reviews = reviews;
        this.outcomes = outcomes;
        this.redelivery = redelivery;
        this.files = files;
        this.decisions = decisions;
        this.merged = merged;
        this.linked = linked;
    }

    @Override
    public DeedResult perform(Deed deed, Decider decider) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                DeedResult result = perform(connection, deed, decider);
                if (!(result instanceof DeedResult.Done)) {
                    status.setRollbackOnly();
                }
                return result;
            } catch (SQLException e) {
                throw new IllegalStateException(
                        // without the cause: its text may quote the row
                        "the database refused a deed, SQL state " + e.getSQLState() + "; nothing was changed");
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }));
    }

    private DeedResult perform(Connection connection, Deed deed, Decider decider) throws SQLException {
        Plans.byIndex(jdbc);
        Optional<Standing> found = jdbc.sql(
                        Standing.SELECT + "where r.reference = ? and r.authority = any(?) for update of r")
                .params(deed.reference().value(), Columns.names(deed.authorities()))
                .query((row, number) -> Standing.of(row))
                .optional();
        if (found.isEmpty()) {
            return new DeedResult.NotTheirs();
        }
        Standing request = found.get();
        Optional<Instant> before = jdbc.sql("select at from deed where key = ?")
                .param(deed.key())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
        if (before.isPresent()) {
            return new DeedResult.DoneBefore(before.get());
        }
        if (deed.seen() != 0 && deed.seen() != request.decisionId()) {
            return changed(request);
        }
        if (deed.reason().isEmpty() && deed.actor().startsWith("user:")) {
            return new DeedResult.Impossible("Say why: every action needs a reason.");
        }
        DeedResult result = act(connection, deed, request, decider);
        if (result instanceof DeedResult.Done) {
            record(deed, request);
        }
        return result;
    }

    private DeedResult act(Connection connection, Deed deed, Standing request, Decider decider) throws SQLException {
        Action action = deed.action();
        Authority authority = request.request().authority();
        if (action instanceof Action.Recheck) {
            if (!request.state().open()) {
                return new DeedResult.Impossible("It is decided: there is nothing to check again.");
            }
            merged.hold(authority);
            reviews.checkAgain(connection, authority, List.of(request), files.watermark(authority.name()), decider);
            return outcomes.standing(request.id());
        } else if (action instanceof Action.Settle settle) {
            return settle(connection, deed, request, settle.answer(), decider);
        } else if (action instanceof Action.Resend resend) {
            return redelivery.resend(request.id(), request.state(), resend.delivery());
        } else if (action instanceof Action.GiveUp giveUp) {
            return redelivery.giveUp(request.id(), request.state(), giveUp.delivery(), deed.reason());
        } else if (action instanceof Action.MarkDelivered mark) {
            return redelivery.markDelivered(request.id(), mark.delivery());
        }
        return outcomes.record(
                deed, request, opened -> linked.open(connection, request, opened, deed.actor(), decider));
    }

    private DeedResult settle(Connection connection, Deed deed, Standing request, Answer answer, Decider decider)
            throws SQLException {
        if (!request.state().open() && request.state() != RequestState.RETURNED) {
            return new DeedResult.Impossible("It is decided and sent on, so it cannot be settled again.");
        }
        Authority authority = request.request().authority();
        merged.hold(authority);
        Standing asked = request.with(answer, request.state() == RequestState.RETURNED ? UNDONE : null);
        Decision decision = reviews.decide(authority, List.of(asked), files.watermark(authority.name()), decider)
                .get(0);
        Optional<String> refusal = refusal(decision, answer);
        if (refusal.isEmpty() && answer instanceof Answer.SendTo) {
            refusal = outcomes.missing(request, decision);
        }
        if (refusal.isPresent()) {
            return new DeedResult.Impossible(refusal.get());
        }
        jdbc.sql("update request set answers = ? where id = ?")
                .params(Json.writeAnswers(asked.answers()), request.id())
                .update();
        decisions.supersede(new Long[] {request.id()});
        reviews.replace(connection, authority, List.of(asked), List.of(decision), "settled by " + deed.actor());
        return new DeedResult.Done(decision.outcome().state());
    }

    /** Why the answer does not do what whoever gave it wants. */
    private static Optional<String> refusal(Decision decision, Answer answer) {
        boolean returned = decision.outcome() instanceof Outcome.Returned;
        boolean held = decision.outcome() instanceof Outcome.Held;
        if (answer instanceof Answer.UseNote use) {
            boolean used = decision.evidence() instanceof Verdict.Evidenced evidenced
                    && evidenced.note().noteId().equals(use.noteId());
            return used
                    ? Optional.empty()
                    : Optional.of("No such note was found for this child, so it cannot be the evidence.");
        } else if (answer instanceof Answer.SendTo) {
            return returned || held || decision.outcome() instanceof Outcome.Waiting
                    ? Optional.of("It cannot be sent on yet: " + decision.sentence())
                    : Optional.empty();
        }
        return returned ? Optional.empty() : Optional.of("It is urgent, so it is never returned.");
    }

    /** What it was, where the name of the action alone does not say it. */
    private static Optional<String> named(Action action) {
        if (action instanceof Action.Happen happen) {
            return Optional.of(happen.event());
        } else if (action instanceof Action.RecordPhoneCall call) {
            return Optional.of("called " + call.at() + ", taken by " + call.spokeTo());
        }
        return action instanceof Action.TickItem tick ? Optional.of(tick.item()) : Optional.empty();
    }

    private DeedResult changed(Standing request) {
        return jdbc.sql("select actor, at, action from audit where reference = ? order by id desc limit 1")
                .param(request.reference().value())
                .query((row, number) -> (DeedResult) new DeedResult.Changed(
                        row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3)))
                .single();
    }

    private void record(Deed deed, Standing request) {
        Instant now = clock.instant();
        String kind = deed.action().kind();
        jdbc.sql("insert into deed (key, request_id, at, actor, action, body, reason) values (?, ?, ?, ?, ?, ?, ?)")
                .params(deed.key(), request.id(), at(now), deed.actor(), kind, Json.write(deed.action()), deed.reason())
                .update();
        List<String> words = new ArrayList<>(List.of("deed " + deed.key()));
        named(deed.action()).ifPresent(words::add);
        if (!deed.reason().isEmpty()) {
            words.add(deed.reason());
        }
        AuditLog.add(
                jdbc,
                now,
                request.request().authority().name(),
                deed.actor(),
                kind,
                request.reference().value(),
                String.join(": ", words));
    }
}
