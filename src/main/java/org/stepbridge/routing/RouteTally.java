package org.stepbridge.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what ends on each route. Camel's own counts need its JMX library, which is more than two numbers are worth. */
@Component
class RouteTally implements RoutePolicyFactory {
    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;

    RouteTally(Clock clock) {
        this.clock = clock;
    }

    /** What has ended on a route. */
    static final class Count extends RoutePolicySupport {
        private final LongAdder runs = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private final Clock clock;
        private volatile @Nullable Instant last;

        private Count(Clock clock) {
            this.clock = clock;
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            runs.increment();
            if (exchange.isFailed()) {
                failed.increment();
            }
            last = clock.instant();
        }

        long runs() {
            return runs.sum();
        }

        long failed() {
            return failed.sum();
        }

        @Nullable
        Instant last() {
            return last;
        }
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String route, NamedNode definition) {
        return of(route);
    }

    Count of(String route) {
        return counts.computeIfAbsent(route, any -> new Count(clock));
    }
}
