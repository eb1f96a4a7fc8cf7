package org.stepbridge.bench;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Durable messages to the hub's queue, a batch a transaction, each with an id by which the broker drops a repeat. */
final class FloorHub implements AutoCloseable {
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    /** Tells this run apart from earlier ones, whose ids the broker remembers. */
    private final String run = UUID.randomUUID().toString();

    FloorHub(String broker, String queue) throws JMSException {
        factory = new ActiveMQConnectionFactory(broker);
        connection = factory.createConnection();
        session = connection.createSession(true, Session.SESSION_TRANSACTED);
        producer = session.createProducer(session.createQueue(queue));
        producer.setDeliveryMode(DeliveryMode.PERSISTENT);
    }

    void send(List<FloorRequest> batch) throws JMSException {
        for (FloorRequest request : batch) {
            TextMessage message = session.createTextMessage(FloorLetters.hubMessage(request));
            message.setJMSCorrelationID(request.id());
            message.setStringProperty(DUPLICATE_ID, deliveryId(request));
            producer.send(message);
        }
        session.commit();
    }

    private String deliveryId(FloorRequest request) {
        return UUID.nameUUIDFromBytes((run + request.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        factory.close();
    }
}
