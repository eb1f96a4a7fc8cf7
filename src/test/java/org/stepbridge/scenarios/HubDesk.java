package org.stepbridge.scenarios;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hubs of all councils, reading their queues. */
final class HubDesk implements AutoCloseable {
    private final ActiveMQConnectionFactory factory;
    private final JMSContext context;
    private final Map<String, JMSConsumer> consumers = new HashMap<>();

    HubDesk(String broker) {
        factory = new ActiveMQConnectionFactory(broker);
        context = factory.createContext();
    }

    /** Takes every message that is there for this council's hub. */
    List<JsonNode> take(String authority) throws JMSException {
        JMSConsumer consumer = consumers.computeIfAbsent(
                authority, name -> context.createConsumer(context.createQueue("hub." + name + ".evidence-based")));
        List<JsonNode> messages = new ArrayList<>();
        for (Message message = consumer.receiveNoWait(); message != null; message = consumer.receiveNoWait()) {
            messages.add(JsonMapper.shared().readTree(((TextMessage) message).getText()));
        }
        return messages;
    }

    @Override
    public void close() {
        context.close();
        factory.close();
    }
}
