package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.stepbridge.casework.Traffic.Direction;
import org.stepbridge.casework.Traffic.Way;
import org.stepbridge.dispatch.Fixtures;

/** Counts of real routes. */
class CamelTrafficTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:05:00Z");

    @Test
    void everyRouteSaysHowOftenItRanHowOftenItFailedAndWhetherItIsOpen() throws Exception {
        RouteTally tally = new RouteTally(Clock.fixed(NOW, ZoneOffset.UTC));
        CamelContext camel = new DefaultCamelContext();
        try {
            camel.addRoutePolicyFactory(tally);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in")
                            .routeId("take-in-borough-notes")
                            .choice()
                            .when(body().isEqualTo("bad"))
                            .throwException(new IllegalStateException("broken"));
                    from("direct:out").routeId("deliver-hub").stop();
                    from("scheduler:tick?delay=60000&initialDelay=60000")
                            .routeId("clocks")
                            .stop();
                }
            });
            camel.start();
            ProducerTemplate sender = camel.createProducerTemplate();
            sender.send("direct:in", exchange -> exchange.getMessage().setBody("good"));
            sender.send("direct:in", exchange -> exchange.getMessage().setBody("bad"));
            camel.getRouteController().stopRoute("deliver-hub");

            StaticListableBeanFactory beans = new StaticListableBeanFactory();
            beans.addBean("camel", camel);
            CamelTraffic traffic =
                    new CamelTraffic(beans.getBeanProvider(CamelContext.class), tally, Fixtures.packs(Fixtures.pack()));

            assertThat(traffic.ways())
                    .containsExactly(
                            new Way("clocks", "", Direction.WITHIN, true, 0, 0, 0, null, Duration.ofMinutes(1)),
                            new Way("deliver-hub", "", Direction.OUT, false, 0, 0, 0, null, null),
                            new Way("take-in-borough-notes", "borough", Direction.IN, true, 2, 1, 0, NOW, null));
        } finally {
            camel.stop();
        }
    }
}
