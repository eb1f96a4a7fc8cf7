package org.stepbridge.routing;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.support.destination.DestinationResolver;
import org.springframework.jms.support.destination.DynamicDestinationResolver;

/** Remembers queues by name. Making one asks the broker, which at each message is a round trip too many. */
final class KnownQueues implements DestinationResolver {
    private final DestinationResolver broker = new DynamicDestinationResolver();
    private final Map<String, Destination> queues = new ConcurrentHashMap<>();

    @Override
    public Destination resolveDestinationName(@Nullable Session session, String name, boolean topic)
            throws JMSException {
        Destination known = queues.get(name);
        if (known == null) {
            known = broker.resolveDestinationName(session, name, topic);
            queues.put(name, known);
        }
        return known;
    }
}
