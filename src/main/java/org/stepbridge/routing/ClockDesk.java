package org.stepbridge.routing;

import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Deadlines;

/** Where the clocks route has people told of clocks that are not met. */
@Component("clockDesk")
final class ClockDesk {
    private static final int AT_ONCE = 200;

    private final Deadlines deadlines;

    ClockDesk(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Looks at one batch; the route comes back at once while there was something. */
    public void tick(Exchange exchange) {
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, deadlines.tick(AT_ONCE) > 0);
    }
}
