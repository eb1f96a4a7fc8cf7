package org.stepbridge.routing;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PolledView;

/** Makes a route of the template {@code poll} for a feed that is a view of a database. */
@Component
final class ViewRoutes implements Arrivals {
    private final SqlSettings settings;
    private final ViewDesk desk;

    ViewRoutes(SqlSettings settings, ViewDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    @Override
    public boolean brings(Feed feed) {
        return PolledView.isOne(feed.uri());
    }

    @Override
    public void add(CamelContext context, Pack pack, Feed feed) {
        PolledView view = PolledView.of(feed.uri()).orElseThrow();
        SqlSettings.Source source = settings.sources().get(view.source());
        if (source == null) {
            desk.cannot(
                    pack.authority(),
                    feed,
                    settings,
                    "There is no database called " + view.source()
                            + ", so nothing is polled. Set stepbridge.sql.sources." + view.source()
                            + ".url, .username and .password.");
            return;
        }
        desk.watch(pack.authority(), feed, settings);
        String id = pack.authority() + "-" + feed.id();
        context.getRegistry().bind("database-" + id, new ReportingDatabase(source));
        context.getRegistry().bind("rows-" + id, new ViewRows(view.watermark(), pack.zone()));
        TemplatedRouteBuilder.builder(context, "poll")
                .routeId("poll-" + id)
                .parameter("endpoint", endpoint(view, id))
                .parameter("authority", pack.authority().name())
                .parameter("feed", feed.id())
                .add();
    }

    /**
     * The view's query; its names are checked to be no more than names. Rows without a time are read each time, for
     * nobody knows when they came.
     */
    private static String endpoint(PolledView view, String id) {
        return "sql:select * from " + view.view() + " where " + view.watermark() + " >= :#" + ViewDesk.SINCE + " or "
                + view.watermark() + " is null order by " + view.watermark() + ", " + view.key()
                + "?dataSource=#database-" + id + "&rowMapperFactory=#rows-" + id
                + "&outputType=StreamList&fetchSize=1000&parametersCount=1";
    }

    @Override
    public boolean idle() {
        return desk.idle();
    }
}
