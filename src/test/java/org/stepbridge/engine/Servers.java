package org.stepbridge.engine;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.stepbridge.bench.BenchBroker;
import org.stepbridge.bench.Delivered;
import org.stepbridge.bench.HubQueue;
import org.stepbridge.bench.MailDump;
import org.stepbridge.bench.SmtpSink;
import org.stepbridge.testing.TestDatabase;

/** Real servers outside the program: PostgreSQL, Artemis and a mail server that keeps what it takes. */
final class Servers implements AutoCloseable {
    private final String database = TestDatabase.url();
    private final BenchBroker broker;
    private final SmtpSink mail;
    private final Path mails;

    Servers(Path folder) throws Exception {
        broker = new BenchBroker(folder.resolve("broker"));
        mails = folder.resolve("mails");
        mail = new SmtpSink(mails);
    }

    String database() {
        return database;
    }

    Path mails() {
        return mails;
    }

    /** The program's own properties that move it to these servers. */
    Map<String, String> settings() {
        return settings(database, broker.url(), mail.port());
    }

    static Map<String, String> settings(String database, String broker, int mailPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", database);
        settings.put("spring.artemis.broker-url", broker);
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(mailPort));
        return settings;
    }

    /** What has come out so far; the queue is emptied by looking. */
    Delivered delivered(Home home) throws Exception {
        List<String> hub = HubQueue.drain(broker.url());
        return Delivered.from(home.outbox(), hub, MailDump.stepUpIds(mails));
    }

    /** Takes the messages off the hub's queue. */
    List<TextMessage> hubMessages() throws JMSException {
        List<TextMessage> messages = new ArrayList<>();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url());
                JMSContext context = factory.createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue("hub.rotherham.evidence-based"))) {
            for (Message message = consumer.receive(1000); message != null; message = consumer.receive(1000)) {
                messages.add((TextMessage) message);
            }
        }
        return messages;
    }

    @Override
    public void close() throws IOException {
        mail.close();
        broker.close();
    }
}
