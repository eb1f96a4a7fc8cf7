package org.stepbridge.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Outbox;
import org.stepbridge.casework.Parcel;
import org.stepbridge.casework.UnknownOutcomeException;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Reference;

/** Where the delivery routes fetch parcels and say what became of them. */
@Component("outboxDesk")
final class OutboxDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDesk.class);
    private static final String CONSIGNMENT = "consignment";
    private static final String PARCEL = "parcel";

    private final Outbox outbox;
    private final DeliverySettings settings;
    private final Clock clock;
    private final Map<Channel, Pace> paces = new EnumMap<>(Channel.class);

    OutboxDesk(Outbox outbox, DeliverySettings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        settings.perMinute().forEach((channel, most) -> paces.put(Channel.of(channel), new Pace(most, clock)));
    }

    /**
     * Claims what is due on this channel; the body becomes the parcels that can go together, and the header {@code
     * together} says whether there are any.
     */
    public List<Parcel> claim(String channel, Exchange exchange) {
        Channel way = Channel.of(channel);
        Instant begins = clock.instant();
        List<Parcel> parcels = claim(way);
        // a conversation that begins in the second half of the lease might outlast it
        Consignment consignment =
                new Consignment(parcels, begins.plus(settings.lease().dividedBy(2)));
        exchange.setProperty(CONSIGNMENT, consignment);
        // greedy schedulers poll again at once only when something was there
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, !parcels.isEmpty());
        List<Parcel> together = way == Channel.HUB ? consignment.firstTries() : parcels;
        exchange.getMessage().setHeader("together", !together.isEmpty());
        return together;
    }

    private List<Parcel> claim(Channel way) {
        Pace pace = paces.get(way);
        int most = pace == null ? atOnce(way) : pace.of(atOnce(way));
        List<Parcel> parcels = most == 0 ? List.of() : outbox.claim(way, most, settings.lease());
        if (pace != null) {
            pace.begun(parcels.size());
        }
        return parcels;
    }

    /** The parcels dealt out to as many workers as there may be connections, the most urgent first to each. */
    public List<List<Parcel>> deal(Exchange exchange) {
        return consignment(exchange).deal(settings.connections());
    }

    /** The parcels that must go one by one. */
    public List<Parcel> repeats(Exchange exchange) {
        return consignment(exchange).repeats();
    }

    /** This one has arrived. */
    public void sent(Exchange exchange) {
        consignment(exchange).sent(parcel(exchange));
    }

    /** All that could go together have arrived: their transaction committed. */
    public void sentTogether(Exchange exchange) {
        Consignment consignment = consignment(exchange);
        consignment.firstTries().forEach(consignment::sent);
    }

    /**
     * Tells the outbox of all that arrived, in one go.
     *
     * @throws NotReportedException if it cannot be told now
     */
    public void report(Exchange exchange) {
        List<Parcel> sent = consignment(exchange).allSent();
        try {
            outbox.delivered(sent);
        } catch (RuntimeException e) {
            throw new NotReportedException(sent.size(), e);
        }
        for (Parcel parcel : sent) {
            LOG.debug("{} {} delivered", parcel.channel().label(), parcel.id());
        }
    }

    /** What became of the parcel in hand when something went wrong with it. */
    public void trouble(Exchange exchange) {
        Throwable cause = caught(exchange);
        Consignment consignment = exchange.getProperty(CONSIGNMENT, Consignment.class);
        Parcel parcel = exchange.getProperty(PARCEL, Parcel.class);
        if (consignment == null || parcel == null) {
            LOG.warn("{}: {}; it is tried again", exchange.getFromRouteId(), Problem.of(cause));
        } else if (consignment.settle(parcel)) {
            settle(parcel, cause);
        }
    }

    /**
     * What became of a batch that was not taken. Its messages go one by one from now on: the broker drops those that it
     * took after all, and one that cannot be sent holds up no other.
     */
    public void troubleTogether(Exchange exchange) {
        String problem = Problem.of(caught(exchange));
        Consignment consignment = consignment(exchange);
        LOG.warn("{}: a batch was not sent: {}; its messages go one by one", exchange.getFromRouteId(), problem);
        consignment.firstTries().stream()
                .filter(consignment::settle)
                .forEach(parcel -> tell(parcel, () -> outbox.unknown(parcel, problem)));
    }

    /** What could not be reported in the end is left to its lease. */
    public void unreported(Exchange exchange) {
        LOG.error(
                "{}: {}. They are taken over when their lease ends; mend the database.",
                exchange.getFromRouteId(),
                caught(exchange).getMessage());
    }

    private void settle(Parcel parcel, Throwable cause) {
        UnknownOutcomeException unknown = find(cause, UnknownOutcomeException.class);
        if (unknown != null) {
            String problem = Problem.of(unknown);
            LOG.warn(
                    "{} {}: nobody knows whether it arrived: {}",
                    parcel.channel().label(),
                    about(parcel),
                    problem);
            tell(parcel, () -> outbox.unknown(parcel, problem));
        } else {
            String problem = Problem.of(cause);
            LOG.warn("{} {}: try {} failed: {}", parcel.channel().label(), about(parcel), parcel.attempt(), problem);
            tell(parcel, () -> outbox.failed(parcel, problem));
        }
    }

    /** A database that is away must not keep the others of the consignment from being reported. */
    private static void tell(Parcel parcel, Runnable report) {
        try {
            report.run();
        } catch (RuntimeException e) {
            LOG.error(
                    "{} {}: what became of it could not be recorded: {}. It is taken over when its lease ends.",
                    parcel.channel().label(),
                    about(parcel),
                    Problem.of(e));
        }
    }

    /** Takes over what workers that stopped left behind. */
    public void recover() {
        int count = outbox.recover();
        if (count > 0) {
            LOG.warn("{} deliveries of a worker that stopped were taken over", count);
        }
    }

    /** Takes the parcel in hand. @throws IllegalStateException if its turn came so late that its lease might not do */
    static void hold(Exchange exchange, Parcel parcel, Instant now) {
        exchange.setProperty(PARCEL, parcel);
        if (now.isAfter(consignment(exchange).beginBy())) {
            throw new IllegalStateException("those before it took so long that its own turn came too late");
        }
    }

    private static String about(Parcel parcel) {
        return parcel.name().isEmpty()
                ? parcel.items().stream()
                        .findFirst()
                        .map(Parcel.Item::reference)
                        .map(Reference::value)
                        .orElse("")
                : parcel.name();
    }

    private int atOnce(Channel channel) {
        return switch (channel) {
            case HUB -> settings.messages();
            case MASH_EMAIL -> settings.referrals();
            case NOTICE_EMAIL -> settings.notices();
            default -> settings.files();
        };
    }

    private static Consignment consignment(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(CONSIGNMENT, Consignment.class));
    }

    private static Parcel parcel(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(PARCEL, Parcel.class));
    }

    private static Throwable caught(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    private static <T extends Throwable> @Nullable T find(Throwable from, Class<T> type) {
        for (Throwable each = from; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
