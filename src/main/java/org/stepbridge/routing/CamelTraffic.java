package org.stepbridge.routing;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.ScheduledPollConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Traffic;

/** The routes as Camel runs them. */
@Component
class CamelTraffic implements Traffic {
    private static final List<String> INWARD = List.of("take-", "fetch", "poll");

    private final ObjectProvider<CamelContext> camel;
    private final RouteTally tally;
    private final Packs packs;

    CamelTraffic(ObjectProvider<CamelContext> camel, RouteTally tally, Packs packs) {
        this.camel = camel;
        this.tally = tally;
        this.packs = packs;
    }

    @Override
    public List<Way> ways() {
        CamelContext context = camel.getObject();
        return context.getRoutes().stream()
                .map(route -> way(context, route))
                .sorted(Comparator.comparing(Way::name))
                .toList();
    }

    private Way way(CamelContext context, Route route) {
        String id = route.getRouteId();
        RouteTally.Count count = tally.of(id);
        return new Way(
                id,
                authority(id),
                direction(id),
                context.getRouteController().getRouteStatus(id).isStarted(),
                count.runs(),
                count.failed(),
                context.getInflightRepository().size(id),
                count.last(),
                every(route));
    }

    /** A route that is made for an authority has its name in its own, whole. */
    private String authority(String id) {
        return packs.live().stream()
                .map(Pack::authority)
                .map(Object::toString)
                .filter(name -> (id + "-").contains("-" + name + "-"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static Direction direction(String id) {
        if (INWARD.stream().anyMatch(id::startsWith)) {
            return Direction.IN;
        }
        return id.startsWith("deliver-") || id.startsWith("send-") ? Direction.OUT : Direction.WITHIN;
    }

    private static @Nullable Duration every(Route route) {
        return route.getConsumer() instanceof ScheduledPollConsumer poll
                ? Duration.of(poll.getDelay(), poll.getTimeUnit().toChronoUnit())
                : null;
    }
}
