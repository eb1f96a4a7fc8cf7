package org.stepbridge.operations.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepbridge.operations.home.FolderLock;
import org.stepbridge.operations.home.PrivateFiles;
import org.stepbridge.operations.settings.BrokerPort;
import org.stepbridge.operations.settings.StartRefused;

/**
 * Artemis inside this process, its journal under {@code <home>/artemis}: what a producer was told is sent survives
 * {@code kill -9}, and so do the delivery ids by which repeats are dropped.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final int LONGEST_SECONDS = 60;
    private static final AtomicInteger NEXT_ID = new AtomicInteger();

    private final FolderLock lock;
    private final EmbeddedActiveMQ broker;
    private final BrokerAddress address;

    private EmbeddedBroker(FolderLock lock, EmbeddedActiveMQ broker, BrokerAddress address) {
        this.lock = lock;
        this.broker = broker;
        this.address = address;
    }

    /**
     * Starts the broker and returns only when it is active: Artemis' own start gives no error when the journal fails.
     *
     * @throws StartRefused when another process uses the home folder, the port is taken or the journal cannot be used
     */
    public static EmbeddedBroker start(Path home, BrokerPort port) {
        return start(home, port, Duration.ofSeconds(1));
    }

    static EmbeddedBroker start(Path home, BrokerPort port, Duration firstRedelivery) {
        requireFree(port);
        FolderLock lock = FolderLock.take(home, "artemis");
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        boolean started = false;
        try {
            BrokerUsers users = BrokerUsers.of(port);
            String inVm = "vm://" + NEXT_ID.getAndIncrement();
            Configuration configuration = BrokerSettings.of(
                            PrivateFiles.folder(home.resolve("artemis")), inVm, port, users)
                    .addAddressSetting("#", BrokerSettings.addresses(firstRedelivery))
                    .addAddressSetting("hub.*.replies", BrokerSettings.replies());
            broker.setConfiguration(configuration);
            users.securityManager().ifPresent(broker::setSecurityManager);
            activate(broker, home);
            log.info("Embedded Artemis keeps {}{}.", home.resolve("artemis"), onPort(port));
            started = true;
            return new EmbeddedBroker(lock, broker, new BrokerAddress(inVm, users.ownUser(), users.ownPassword()));
        } finally {
            if (!started) {
                stop(broker);
                lock.close();
            }
        }
    }

    /** Where this process's own clients connect. */
    BrokerAddress address() {
        return address;
    }

    /** Whether messages can be sent and received now. */
    public boolean isActive() {
        return broker.getActiveMQServer().isActive();
    }

    /** Stops after what is being written is on disk, and gives the home folder back. */
    @Override
    public void close() {
        try {
            stop(broker);
        } finally {
            lock.close();
        }
    }

    /** Artemis would say the same with a stack trace. */
    private static void requireFree(BrokerPort port) {
        if (port.port() == null) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port()));
        } catch (IOException e) {
            throw new StartRefused("port " + port.port() + " is taken; set stepbridge.broker.port to a free one", e);
        }
    }

    private static void activate(EmbeddedActiveMQ broker, Path home) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try {
            broker.createActiveMQServer();
            ActiveMQServer server = broker.getActiveMQServer();
            server.registerActivationFailureListener(failure::set);
            broker.start();
            for (int second = 0; second < LONGEST_SECONDS && failure.get() == null; second++) {
                if (server.waitForActivation(1, TimeUnit.SECONDS) && server.isActive()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.set(e);
        } catch (Exception e) {
            failure.set(e);
        }
        throw refused(home, failure.get());
    }

    private static StartRefused refused(Path home, @Nullable Exception cause) {
        String why = cause == null ? "it does not become active" : cause.toString();
        return new StartRefused(
                "the embedded broker cannot use " + home.resolve("artemis") + ": " + why
                        + "; set stepbridge.home, or spring.artemis.broker-url for an outside one",
                cause == null ? new IllegalStateException(why) : cause);
    }

    private static String onPort(BrokerPort port) {
        return port.port() == null ? "" : " and listens on loopback port " + port.port();
    }

    private static void stop(EmbeddedActiveMQ broker) {
        try {
            if (broker.getActiveMQServer() != null) {
                broker.stop();
            }
        } catch (Exception e) {
            log.warn("The embedded broker did not stop in order; its journal is read again at the next start.", e);
        }
    }
}
