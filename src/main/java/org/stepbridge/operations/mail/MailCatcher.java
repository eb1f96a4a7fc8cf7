package org.stepbridge.operations.mail;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepbridge.operations.settings.StartRefused;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Really speaks SMTP, on loopback, and keeps each message as a file under {@code <home>/mail}: so a trial sends mail as
 * the live service does, and it reaches nobody.
 */
public final class MailCatcher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MailCatcher.class);
    private static final int LARGEST_BYTES = 100 * 1024 * 1024;

    private final SMTPServer server;

    private MailCatcher(SMTPServer server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param port a loopback port, or 0 for any free one
     * @throws StartRefused when the port is taken
     */
    public static MailCatcher start(Path home, int port, Clock clock) {
        MailFolder folder = new MailFolder(home, clock);
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Stepbridge mail catcher")
                .insertReceivedHeaders(false)
                .maxConnections(20)
                .connectionTimeout(1, TimeUnit.MINUTES)
                .maxMessageSize(LARGEST_BYTES)
                .messageHandlerFactory(context -> new CatchingHandler(folder))
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new StartRefused(
                    "the mail catcher cannot listen on port " + port + "; set stepbridge.mail-catcher.port", e);
        }
        log.info("Mail is caught on loopback port {} and reaches nobody.", server.getPortAllocated());
        return new MailCatcher(server);
    }

    /** The loopback port. */
    public int port() {
        return server.getPortAllocated();
    }

    /** Stops listening; what was answered for is on disk. */
    @Override
    public void close() {
        server.stop();
    }
}
