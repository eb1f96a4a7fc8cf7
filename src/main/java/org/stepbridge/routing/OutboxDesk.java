package org.stepbridge.routing;

import java.util.List;
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

    OutboxDesk(Outbox outbox, DeliverySettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    /** Claims what is due on this channel; the body becomes the parcels that can go together. */
    public List<Parcel> claim(String channel, Exchange exchange) {
        Channel way = Channel.of(channel);
        List<Parcel> parcels = outbox.claim(way, atOnce(way), settings.lease());
        Consignment consignment = new Consignment(parcels);
        exchange.setProperty(CONSIGNMENT, consignment);
        // greedy schedulers poll again at once only when something was there
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, !parcels.isEmpty());
        return way == Channel.HUB ? consignment.firstTries() : parcels;
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

    /** Tells the outbox of all that arrived, in one go. */
    public void report(Exchange exchange) {
        List<Parcel> sent = consignment(exchange).allSent();
        outbox.delivered(sent);
        for (Parcel parcel : sent) {
            LOG.debug("{} {} delivered", parcel.channel().label(), parcel.id());
        }
    }

    /** What became of the parcels in hand when something went wrong: of one, or of all that went together. */
    public void trouble(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, new IllegalStateException(), Throwable.class);
        Consignment consignment = exchange.getProperty(CONSIGNMENT, Consignment.class);
        if (consignment == null) {
            LOG.warn("{}: {}; it is tried again", exchange.getFromRouteId(), kind(cause));
            return;
        }
        Parcel one = exchange.getProperty(PARCEL, Parcel.class);
        if (one != null) {
            settle(consignment, one, cause);
        } else {
            // a batch in one transaction: the broker drops what it took already when they come again one by one
            consignment.firstTries().stream().filter(consignment::settle).forEach(parcel -> {
                outbox.unknown(parcel, kind(cause));
            });
            LOG.warn(
                    "{}: a batch was not sent: {}; its messages go one by one", exchange.getFromRouteId(), kind(cause));
        }
    }

    private void settle(Consignment consignment, Parcel parcel, Throwable cause) {
        if (!consignment.settle(parcel)) {
            return;
        }
        UnknownOutcomeException unknown = find(cause, UnknownOutcomeException.class);
        if (unknown != null) {
            outbox.unknown(parcel, kind(unknown));
            LOG.warn(
                    "{} {}: nobody knows whether it arrived: {}",
                    parcel.channel().label(),
                    about(parcel),
                    kind(unknown));
        } else {
            outbox.failed(parcel, kind(cause));
            LOG.warn(
                    "{} {}: try {} failed: {}", parcel.channel().label(), about(parcel), parcel.attempt(), kind(cause));
        }
    }

    /** Takes over what workers that stopped left behind. */
    public void recover() {
        int count = outbox.recover();
        if (count > 0) {
            LOG.warn("{} deliveries of a worker that stopped were taken over", count);
        }
    }

    static void hold(Exchange exchange, Parcel parcel) {
        exchange.setProperty(PARCEL, parcel);
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

    /** What went wrong, by type: an exception's text may quote an address or a cell. */
    private static String kind(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String first = cause.getClass().getSimpleName();
        String last = deepest.getClass().getSimpleName();
        return first.equals(last) ? first : first + " by " + last;
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
