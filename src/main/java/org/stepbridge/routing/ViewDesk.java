package org.stepbridge.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.GivenUpFiles;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.PolledFiles;
import org.stepbridge.casework.PolledView;
import org.stepbridge.model.Authority;

/**
 * Where the poll routes learn from when on to read a view, and hand its rows over. How far a view has been polled is
 * what the ledger has taken in of earlier polls: one that a crash interrupts is made again, and repeats change nothing.
 */
@Component("viewDesk")
final class ViewDesk implements GivenUpFiles {
    /** What a poll route says of itself to the steps behind the first. */
    static final String POLLED = "polledFeed";

    /** The parameter of a view's query. */
    static final String SINCE = "since";

    /** Before every row: the earliest time that each of the databases knows. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1900, 1, 1, 0, 0);

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Packs packs;
    private final Home home;
    private final PolledFiles taken;
    private final IntakeDesk intake;
    private final FetchDesk inboxes;
    private final Clock clock;
    private final Map<String, ViewWatch> watches = new ConcurrentHashMap<>();

    ViewDesk(Packs packs, Home home, PolledFiles taken, IntakeDesk intake, FetchDesk inboxes, Clock clock) {
        this.packs = packs;
        this.home = home;
        this.taken = taken;
        this.intake = intake;
        this.inboxes = inboxes;
        this.clock = clock;
    }

    /** Begins to watch over the polls of this feed. */
    ViewWatch watch(Authority authority, Feed feed, SqlSettings settings) {
        var watch = new ViewWatch(authority, feed, settings, clock);
        watches.put(watch.id(), watch);
        return watch;
    }

    /**
     * Begins a poll: says from when on rows are to be read, or ends the exchange when it is not time, or when the last
     * poll still waits to be taken in.
     */
    public void begin(String authority, String feed, Exchange exchange) {
        Pack pack = packs.of(new Authority(authority));
        Feed from = pack.feed(feed).orElseThrow();
        ViewWatch watch = watches.get(authority + " " + feed);
        if (watch == null || !watch.due() || waits(from)) {
            exchange.setRouteStop(true);
            return;
        }
        exchange.setProperty(POLLED, watch);
        exchange.getIn().setHeader(SINCE, since(pack, from, watch));
    }

    private boolean waits(Feed feed) {
        return FeedFilter.files(home, feed).stream()
                .anyMatch(file -> file.getFileName().toString().endsWith(PolledView.ENDING) && !intake.gaveUpOn(file));
    }

    private LocalDateTime since(Pack pack, Feed feed, ViewWatch watch) {
        LocalDateTime reached = reached(pack, feed);
        LocalDateTime since = reached.minus(watch.overlap());
        return since.isBefore(BEGINNING) ? BEGINNING : since;
    }

    private LocalDateTime reached(Pack pack, Feed feed) {
        Instant reached = taken.reached(pack.authority(), feed.id());
        return reached == null ? BEGINNING : LocalDateTime.ofInstant(reached, pack.zone());
    }

    /**
     * Puts the rows of a poll into the feed's inbox as a file, unless they are what was taken in before.
     *
     * @throws UncheckedIOException when the disk fails
     */
    public void keep(Exchange exchange) {
        ViewWatch watch = Objects.requireNonNull(exchange.getProperty(POLLED, ViewWatch.class));
        Pack pack = packs.of(watch.authority());
        try {
            Poll poll = Poll.write(
                    exchange.getIn().getMandatoryBody(Iterator.class),
                    spool(watch),
                    delimiter(watch.feed()),
                    soon(pack.zone()));
            if (poll.rows() > 0) {
                keep(pack, watch, poll);
            }
            Files.deleteIfExists(poll.file());
        } catch (IOException e) {
            throw new UncheckedIOException("a poll could not be kept; it is made again", e);
        } catch (org.apache.camel.InvalidPayloadException e) {
            throw new IllegalStateException("a view's rows come one after the other", e);
        }
        watch.polled();
    }

    private void keep(Pack pack, ViewWatch watch, Poll poll) {
        Feed feed = watch.feed();
        LocalDateTime reached = reached(pack, feed);
        LocalDateTime latest = poll.latest();
        if (latest != null && latest.isAfter(reached)) {
            reached = latest;
        }
        String name = PolledView.fileName(feed.id(), feed.extractTime(), reached);
        // A refused one is not in the ledger's books; it is tried again at the next start, when the pack may be mended.
        boolean known = watch.isLast(name, poll.hash()) || taken.holds(pack.authority(), feed.id(), name, poll.hash());
        if (!known) {
            inboxes.keep(pack.authority().name(), feed.id(), name, poll.file().toString());
        }
        watch.last(name, poll.hash());
    }

    private LocalDateTime soon(ZoneId zone) {
        return LocalDateTime.ofInstant(clock.instant().plus(TOLERANCE), zone);
    }

    private Path spool(ViewWatch watch) {
        return home.path()
                .resolve("spool")
                .resolve(watch.authority().name())
                .resolve(watch.feed().id())
                .resolve("poll.part");
    }

    private static char delimiter(Feed feed) {
        return Optional.ofNullable(feed.mapping().layout().text().delimiter()).orElse(',');
    }

    /** Tells of a poll that went wrong; the next one makes up for it. */
    public void trouble(Exchange exchange) {
        ViewWatch watch = exchange.getProperty(POLLED, ViewWatch.class);
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (watch != null) {
            watch.failed(problem(caught));
        }
    }

    /** Whether each view has been polled since the start, or could not be. */
    boolean idle() {
        return watches.values().stream().allMatch(ViewWatch::tried);
    }

    @Override
    public List<UnreadFile> givenUp() {
        return watches.values().stream()
                .map(ViewWatch::trouble)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Says once and for all why a view cannot be polled. */
    void cannot(Authority authority, Feed feed, SqlSettings settings, String problem) {
        watch(authority, feed, settings).failed(problem);
    }

    /** The words for a poll that failed, without anything that a driver has said: that may quote a row or an address. */
    static String problem(@Nullable Throwable caught) {
        for (Throwable each = caught; each != null; each = each.getCause()) {
            if (each instanceof java.sql.SQLException sql) {
                return "The view could not be read (SQLState " + sql.getSQLState() + ", error " + sql.getErrorCode()
                        + "). Is the database up, its address and login right, and are the view, its watermark and its key"
                        + " column there? It is tried on and nothing is lost.";
            }
        }
        return "The view could not be polled: " + (caught == null ? "unknown" : Problem.of(caught))
                + ". It is tried on and nothing is lost.";
    }
}
