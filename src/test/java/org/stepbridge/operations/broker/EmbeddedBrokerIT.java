package org.stepbridge.operations.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.operations.ChildJvm;
import org.stepbridge.operations.settings.BrokerPort;
import org.stepbridge.operations.settings.StartRefused;

class EmbeddedBrokerIT {
    private static final BrokerPort NO_PORT = new BrokerPort(null, null, null);
    private static final String QUEUE = "hub.testshire.evidence-based";
    private static final long SOON = 5_000;
    private static final long NOW = 200;

    @TempDir
    Path home;

    /** Sends one message and stays until it is killed. */
    static class Sender {
        public static void main(String[] args) throws Exception {
            EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), NO_PORT);
            try (JMSContext context = inside(broker).createContext()) {
                send(context, "sent before the kill", "delivery-1");
            }
            System.out.println("sent");
            System.in.read();
        }
    }

    @Test
    void keepsWhatWasSentThroughKill() throws Exception {
        try (ChildJvm child = ChildJvm.run(Sender.class, home.toString())) {
            child.awaitLine("sent");
            assertThatThrownBy(() -> EmbeddedBroker.start(home, NO_PORT))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("another Stepbridge (pid " + child.pid() + ")");
            child.kill();
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(home, NO_PORT);
                JMSContext context = inside(broker).createContext()) {
            assertThat(broker.isActive()).isTrue();
            send(context, "sent again", "delivery-1");
            assertThat(receive(context, SOON)).isEqualTo("sent before the kill");
            assertThat(receive(context, NOW)).as("the repeat is dropped").isNull();
        }
    }

    @Test
    void keepsAMessageForAReaderThatComesLater() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(home, NO_PORT);
                JMSContext context = inside(broker).createContext()) {
            send(context, "early", "delivery-1");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(home, NO_PORT);
                JMSContext context = inside(broker).createContext()) {
            assertThat(receive(context, SOON)).isEqualTo("early");
        }
    }

    @Test
    void setsAMessageAsideThatIsRefusedAgainAndAgain() throws Exception {
        Duration atOnce = Duration.ofMillis(1);
        try (EmbeddedBroker broker = EmbeddedBroker.start(home, NO_PORT, atOnce);
                JMSContext sender = inside(broker).createContext();
                JMSContext reader = sender.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = reader.createConsumer(reader.createQueue(QUEUE))) {
            send(sender, "poison", "delivery-1");

            for (int attempt = 1; attempt <= 10; attempt++) {
                assertThat(consumer.receive(SOON)).as("attempt %d", attempt).isNotNull();
                reader.rollback();
            }

            assertThat(reader.createConsumer(reader.createQueue("DLQ::DLQ." + QUEUE))
                            .receiveBody(String.class, SOON))
                    .isEqualTo("poison");
        }
    }

    @Test
    void neverSetsAReplyAsideByItself() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(home, NO_PORT, Duration.ofMillis(1));
                JMSContext sender = inside(broker).createContext();
                JMSContext reader = sender.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = reader.createConsumer(reader.createQueue("hub.shire.replies"))) {
            sender.createProducer().send(sender.createQueue("hub.shire.replies"), "a database was away");

            for (int attempt = 1; attempt <= 15; attempt++) {
                assertThat(consumer.receive(SOON)).as("attempt %d", attempt).isNotNull();
                reader.rollback();
            }
        }
    }

    @Test
    void letsOthersInOnlyByPasswordAndOnlyToTheHubsQueues() throws Exception {
        BrokerPort port = new BrokerPort(freePort(), "hub", "hub-secret");
        try (EmbeddedBroker broker = EmbeddedBroker.start(home, port);
                JMSContext inside = inside(broker).createContext()) {
            send(inside, "for the hub", "delivery-1");
            String url = "tcp://127.0.0.1:" + port.port();

            try (JMSContext hub = new ActiveMQConnectionFactory(url).createContext("hub", "hub-secret")) {
                assertThat(receive(hub, SOON)).isEqualTo("for the hub");
                assertThatThrownBy(() -> hub.createProducer().send(hub.createQueue("elsewhere"), "x"))
                        .isInstanceOf(JMSRuntimeException.class);
            }
            assertThatThrownBy(() -> new ActiveMQConnectionFactory(url).createConnection("hub", "wrong"))
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> new ActiveMQConnectionFactory(url).createConnection())
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void speaksAmqpOnThePort() throws Exception {
        BrokerPort port = new BrokerPort(freePort(), "hub", "hub-secret");
        try (EmbeddedBroker broker = EmbeddedBroker.start(home, port);
                JMSContext inside = inside(broker).createContext()) {
            send(inside, "for the hub", "delivery-1");
            ConnectionFactory amqp = new JmsConnectionFactory("amqp://127.0.0.1:" + port.port());
            try (JMSContext hub = amqp.createContext("hub", "hub-secret")) {
                assertThat(receive(hub, SOON)).isEqualTo("for the hub");
            }
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerPort port = new BrokerPort(taken.getLocalPort(), "hub", "hub-secret");
            assertThatThrownBy(() -> EmbeddedBroker.start(home, port))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
        EmbeddedBroker.start(home, NO_PORT).close();
    }

    private static ConnectionFactory inside(EmbeddedBroker broker) {
        return BrokerConfiguration.artemis(broker.address());
    }

    private static void send(JMSContext context, String text, String deliveryId) {
        context.createProducer().setProperty("_AMQ_DUPL_ID", deliveryId).send(context.createQueue(QUEUE), text);
    }

    private static String receive(JMSContext context, long millis) {
        return context.createConsumer(context.createQueue(QUEUE)).receiveBody(String.class, millis);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
