package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.IncomingPost.Kind;
import org.stepbridge.casework.IncomingPost.Sent;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.TaskStart;

/** What follows for a delivery when something comes back about it; called inside the post's transactions. */
@Component
class Afterwards {
    private static final TaskStart LATE = new TaskStart(
            "mash-email-late",
            "",
            "The mail server of MASH has not put the email about this step-up into their mailbox yet. Phone MASH.",
            true);
    private static final TaskStart MASH_WROTE = new TaskStart(
            "mash-replied", "", "MASH has replied about this step-up. Read the reply and record its outcome.", false);
    private static final TaskStart SOMEBODY_WROTE = new TaskStart(
            "notice-replied", "", "Somebody has replied to a notice about this request. Read the reply.", false);

    private final JdbcClient jdbc;
    private final Receipts receipts;
    private final LastTry lastTry;
    private final Decisions decisions;

    Afterwards(JdbcClient jdbc, Receipts receipts, LastTry lastTry, Decisions decisions) {
        this.jdbc = jdbc;
        this.receipts = receipts;
        this.lastTry = lastTry;
        this.decisions = decisions;
    }

    void follow(Authority authority, Sent about, Kind kind, String problem, Instant now) {
        boolean mash = about.channel() == Channel.MASH_EMAIL;
        switch (kind) {
            case BOUNCE -> bounced(authority, about.delivery(), mash, problem, now);
            case DELAY -> {
                if (mash) {
                    open(authority, about.delivery(), LATE, now);
                }
            }
            case RECEIPT -> arrived(about.delivery(), "delivered", "state = 'uncertain'", mash, now);
            case REPLY, OUTCOME, REPEAT -> {
                arrived(
                        about.delivery(),
                        "acknowledged",
                        "state in ('delivered', 'uncertain', 'failed', 'sending') or state = 'pending' and attempts > 0",
                        mash,
                        now);
                if (kind == Kind.REPLY) {
                    open(authority, about.delivery(), mash ? MASH_WROTE : SOMEBODY_WROTE, now);
                }
            }
            case AUTOMATIC, UNMATCHED, INVALID -> {
                // kept and shown; nothing is known of the delivery
            }
        }
    }

    private void bounced(Authority authority, UUID delivery, boolean mash, String problem, Instant now) {
        int failed = jdbc.sql("""
                        update delivery set state = 'failed', problem = ?, fence = fence + 1
                        where id = ? and state in ('delivered', 'acknowledged', 'uncertain')""").params(problem, delivery).update();
        if (failed == 1 && mash) {
            receipts.notAtMash(authority, delivery, now);
            lastTry.stuck(authority, delivery, now);
        }
    }

    private void arrived(UUID delivery, String state, String where, boolean mash, Instant now) {
        int changed =
                jdbc.sql("""
                        update delivery
                        set state = ?, delivered_at = coalesce(delivered_at, ?), problem = '', claimed_by = null,
                            lease_until = null, fence = fence + 1
                        where id = ? and (%s)""".formatted(where)).params(state, at(now), delivery).update();
        if (changed == 1 && mash) {
            receipts.atMash(new UUID[] {delivery}, now);
        }
    }

    private void open(Authority authority, UUID delivery, TaskStart task, Instant now) {
        List<Decisions.Task> tasks = jdbc
                .sql("select request_id from delivery_line where delivery_id = ? and position = 0 and not superseded")
                .param(delivery)
                .query(Long.class)
                .list()
                .stream()
                .map(request -> new Decisions.Task(request, task))
                .toList();
        decisions.open(authority, tasks, now);
    }
}
