package org.stepbridge.routing;

import java.util.List;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Ledger;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Quiet;

/** Where the recheck route has requests decided again that notes or the watermark have caught up with. */
@Component("recheckDesk")
final class RecheckDesk implements Quiet {
    private static final int AT_ONCE = 500;

    private final Ledger ledger;
    private final Decider decider;
    private final Packs packs;
    private final Home home;
    private final IntakeDesk intake;
    private final List<Arrivals> arrivals;

    RecheckDesk(Ledger ledger, Decider decider, Packs packs, Home home, IntakeDesk intake, List<Arrivals> arrivals) {
        this.ledger = ledger;
        this.decider = decider;
        this.packs = packs;
        this.home = home;
        this.intake = intake;
        this.arrivals = arrivals;
    }

    /** Looks at one batch of every authority; the route comes back at once while there was something. */
    public void recheck(Exchange exchange) {
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, recheck() > 0);
    }

    /** One at a time: rows that the route has in hand are skipped, and would look like nothing left to do. */
    private synchronized int recheck() {
        int looked = 0;
        for (Pack pack : packs.live()) {
            looked += ledger.recheck(pack.authority(), AT_ONCE, decider);
        }
        return looked;
    }

    @Override
    public boolean idle() {
        if (!arrivals.stream().allMatch(Arrivals::idle)) {
            return false;
        }
        for (Pack pack : packs.live()) {
            boolean reading = pack.feeds().stream()
                    .flatMap(feed -> FeedFilter.files(home, feed).stream())
                    .anyMatch(file -> !intake.gaveUpOn(file));
            if (reading) {
                return false;
            }
        }
        return recheck() == 0;
    }
}
