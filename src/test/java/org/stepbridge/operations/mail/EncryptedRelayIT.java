package org.stepbridge.operations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.testing.SelfSigned;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A relay on another machine must encrypt and prove its name. */
class EncryptedRelayIT {
    private final AtomicInteger taken = new AtomicInteger();

    @TempDir
    Path folder;

    private SMTPServer server;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aRelayThatOffersNoEncryptionGetsNothing() {
        server = builder().build();
        server.start();

        assertThatThrownBy(() -> send(Map.of())).isInstanceOf(MessagingException.class);
        assertThat(taken).hasValue(0);
    }

    @Test
    void aRelayWhoseCertificateNobodyVouchesForGetsNothing() throws Exception {
        startEncrypting();

        assertThatThrownBy(() -> send(Map.of())).hasStackTraceContaining("PKIX");
        assertThat(taken).hasValue(0);
    }

    @Test
    void aRelayThatIsNamedAsTrustedGetsItEncrypted() throws Exception {
        startEncrypting();

        send(Map.of("mail.smtp.ssl.trust", "localhost", "mail.smtp.ssl.checkserveridentity", "false"));
        assertThat(taken).hasValue(1);
    }

    private void startEncrypting() throws Exception {
        server = builder()
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(
                        SelfSigned.of("dns:localhost", folder.resolve("key")).server())
                .build();
        server.start();
    }

    private SMTPServer.Builder builder() {
        return SMTPServer.port(0).messageHandler(new BasicMessageListener() {
            @Override
            public void messageArrived(MessageContext context, String from, String to, byte[] data) {
                taken.incrementAndGet();
            }
        });
    }

    /** As to any relay that is not on this machine. */
    private void send(Map<String, String> set) throws MessagingException {
        MailProperties relay = new MailProperties("relay.borough.example", 25, null, null, set);
        Map<String, String> properties =
                new HashMap<>(relay.toRelay("relay.borough.example").properties());
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", String.valueOf(server.getPortAllocated()));
        Session session = new MailConfiguration()
                .mailSession(new SmtpSettings("localhost", server.getPortAllocated(), null, null, properties, false));
        MimeMessage message = new MimeMessage(session);
        message.setFrom("stepbridge@borough.example");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("mash@borough.example"));
        message.setText("text");
        Transport.send(message);
    }
}
