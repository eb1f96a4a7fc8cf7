package org.stepbridge.operations.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.AuditChain;
import org.stepbridge.casework.Outbox;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Quiet;
import org.stepbridge.model.Authority;
import org.stepbridge.model.DeliveryState;

/** The command {@code run --once}: waits until everything is taken in, decided and delivered, then prints the sums. */
@Component
public class RunOnce {
    /** Exit code when everything was delivered. */
    public static final int DONE = 0;

    /** Exit code when a delivery is left undelivered. */
    public static final int UNDELIVERED = 3;

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int TRIES = 3;
    private static final int CALM_LOOKS = 2;

    private final Quiet quiet;
    private final Outbox outbox;
    private final Overview overview;
    private final Packs packs;
    private final Summary summary;
    private final AuditChain chain;

    RunOnce(Quiet quiet, Outbox outbox, Overview overview, Packs packs, Summary summary, AuditChain chain) {
        this.quiet = quiet;
        this.outbox = outbox;
        this.overview = overview;
        this.packs = packs;
        this.summary = summary;
        this.chain = chain;
    }

    /**
     * Waits for quiet and prints what was done.
     *
     * @return the exit code; a delivery that fails is tried {@value #TRIES} times, then left for the next run
     */
    public int run(PrintStream out) {
        int calm = 0;
        while (calm < CALM_LOOKS) {
            calm = quiet.idle() && outbox.unfinished(TRIES) == 0 ? calm + 1 : 0;
            LockSupport.parkNanos(LOOK.toNanos());
        }
        chain.seal();
        summary.print(out);
        return undelivered() == 0 && packs.refused().isEmpty() ? DONE : UNDELIVERED;
    }

    private long undelivered() {
        List<Authority> all = packs.live().stream().map(Pack::authority).toList();
        long left = 0;
        for (Map<DeliveryState, Long> states : overview.deliveries(all).values()) {
            left += states.getOrDefault(DeliveryState.PENDING, 0L);
            left += states.getOrDefault(DeliveryState.SENDING, 0L);
            left += states.getOrDefault(DeliveryState.FAILED, 0L);
            left += states.getOrDefault(DeliveryState.UNCERTAIN, 0L);
        }
        return left;
    }
}
