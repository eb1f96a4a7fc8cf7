package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Case;
import org.stepbridge.casework.Caseworker;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Replay;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Decision;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Request;

/** Decides the requests of the tables anew, a few hundred at a time, without a write. */
@Component
class JdbcReplay implements Replay {
    private static final int AT_ONCE = 300;
    private static final String NEXT = Standing.SELECT.replace(", r.answers", ", r.answers, d.decided_at") + """
            where r.authority = ? and r.received_at >= ? and r.id > ?
            order by r.id limit ?""";

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Files files;
    private final ChildrensNotes notes;
    private final EarlierRequests earlier;
    private final Caseworker caseworker;

    JdbcReplay(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Files files,
            ChildrensNotes notes,
            EarlierRequests earlier,
            Caseworker caseworker) {
        this.jdbc = jdbc;
        this.files = files;
        this.notes = notes;
        this.earlier = earlier;
        this.caseworker = caseworker;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A request and when it was decided last. */
    private record Asked(Standing standing, Instant decidedAt) {}

    @Override
    public void replay(Pack inForce, Pack changed, Instant since, long most, Consumer<Replayed> each) {
        reading.executeWithoutResult(status -> {
            Plans.byIndex(jdbc);
            Authority authority = inForce.authority();
            Instant watermark = files.watermark(authority.name());
            long last = Long.MIN_VALUE;
            long left = most;
            for (List<Asked> some = next(authority, since, last, left);
                    !some.isEmpty();
                    some = next(authority, since, last, left)) {
                last = some.get(some.size() - 1).standing().id();
                left -= some.size();
                List<Decision> before = decide(inForce, some, watermark);
                List<Decision> after = decide(changed, some, watermark);
                for (int i = 0; i < some.size(); i++) {
                    Standing one = some.get(i).standing();
                    each.accept(new Replayed(one.reference(), one.request().type(), before.get(i), after.get(i)));
                }
            }
        });
    }

    private List<Asked> next(Authority authority, Instant since, long last, long most) {
        return jdbc.sql(NEXT)
                .params(authority.name(), at(since), last, Math.min(AT_ONCE, most))
                .query((row, number) -> new Asked(
                        Standing.of(row), row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private List<Decision> decide(Pack pack, List<Asked> some, @Nullable Instant watermark) {
        Authority authority = pack.authority();
        Decider decider = caseworker.by(pack);
        List<Request> all = some.stream().map(one -> one.standing().request()).toList();
        List<FoundNotes> found = notes.about(authority, all, decider);
        List<Request> known = earlier.known(authority, all, pack.course());
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            Asked one = some.get(i);
            decisions.add(decider.decide(new Case(
                    known.get(i),
                    one.standing().payload().flags(),
                    found.get(i),
                    watermark,
                    one.standing().answers(),
                    one.decidedAt())));
        }
        return decisions;
    }
}
