package org.stepbridge.routing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.InboxWatch;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;

/** Makes a route of the template {@code take-in} for each feed of each live authority. */
@Component
class FeedRoutes {
    private final Packs packs;
    private final Home home;
    private final InboxWatch watch;
    private final IntakeDesk intake;
    private final List<Arrivals> arrivals;
    private final Duration poll;

    FeedRoutes(
            Packs packs,
            Home home,
            InboxWatch watch,
            IntakeDesk intake,
            List<Arrivals> arrivals,
            @Value("${stepbridge.intake.poll:500ms}") Duration poll) {
        this.packs = packs;
        this.home = home;
        this.watch = watch;
        this.intake = intake;
        this.arrivals = arrivals;
        this.poll = poll;
    }

    void add(CamelContext context) {
        for (Pack pack : packs.live()) {
            for (Feed feed : pack.feeds()) {
                String id = pack.authority() + "-" + feed.id();
                FeedFilter filter = new FeedFilter(pack, feed, home, watch, intake);
                context.getRegistry().bind("filter-" + id, filter);
                TemplatedRouteBuilder.builder(context, "take-in")
                        .routeId("take-in-" + id)
                        .parameter("endpoint", endpoint(feed, id))
                        .parameter("authority", pack.authority().name())
                        .parameter("feed", feed.id())
                        .add();
                arrivals.stream().filter(from -> from.brings(feed)).forEach(from -> from.add(context, pack, feed));
            }
        }
    }

    /** The feed's folder, made absolute and read the way that loses nothing; what is elsewhere is brought there. */
    private String endpoint(Feed feed, String id) {
        String rest = feed.uri().startsWith("file:") ? feed.uri().substring("file:".length()) : feed.directory();
        int question = rest.indexOf('?');
        Path folder = home.path().resolve(question < 0 ? rest : rest.substring(0, question));
        String more = question < 0 ? "" : "&" + rest.substring(question + 1);
        // noop: the reader moves the file itself, once all its rows are committed
        return "file:" + folder + "?noop=true&idempotent=false&readLock=none&maxMessagesPerPoll=1&sortBy=file:name"
                + "&initialDelay=0&delay=" + poll.toMillis() + "&filter=#filter-" + id + more;
    }
}
