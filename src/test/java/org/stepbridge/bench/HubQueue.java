package org.stepbridge.bench;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The queue on which evidence-based requests go to the hub. */
public final class HubQueue {
    static final String NAME = "hub.rotherham.evidence-based";

    private static final long QUIET_MILLIS = 1000;
    private static final int COMMIT_EVERY = 1000;
    private static final Pattern TRANSFER_ID = Pattern.compile("\"transferId\"\\s*:\\s*\"([^\"]*)\"");

    private HubQueue() {}

    /** Takes every message off the queue and gives their transfers' ids, as often as they were there. */
    public static List<String> drain(String broker) throws JMSException {
        List<String> ids = new ArrayList<>();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker);
                Connection connection = factory.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            MessageConsumer consumer = session.createConsumer(session.createQueue(NAME));
            connection.start();
            for (Message message = consumer.receive(QUIET_MILLIS);
                    message != null;
                    message = consumer.receive(QUIET_MILLIS)) {
                ids.add(transferId(message));
                if (ids.size() % COMMIT_EVERY == 0) {
                    session.commit();
                }
            }
            session.commit();
        }
        return ids;
    }

    private static String transferId(Message message) throws JMSException {
        if (message.getJMSDeliveryMode() != DeliveryMode.PERSISTENT) {
            return "a message that would not outlive the broker";
        }
        if (!(message instanceof TextMessage text)) {
            return "a message that is no text";
        }
        Matcher found = TRANSFER_ID.matcher(text.getText());
        return found.find() ? found.group(1) : "a message without a transferId";
    }
}
