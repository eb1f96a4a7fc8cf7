package org.stepbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepbridge.dispatch.Fixtures.stepUp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepbridge.casework.UnknownOutcomeException;
import org.stepbridge.model.Request;

class SmtpConnectionsIT {
    private final HandClock clock = new HandClock();
    private ScriptedSmtp server;
    private SmtpConnections connections;

    @BeforeEach
    void startServer() throws IOException {
        server = new ScriptedSmtp(true);
        connections = new SmtpConnections(session(server.port()), clock);
    }

    @AfterEach
    void stopServer() throws IOException {
        connections.close();
        server.close();
    }

    @Test
    void manyMessagesGoThroughOneConnection() throws Exception {
        for (int i = 0; i < 20; i++) {
            send();
        }
        assertThat(server.taken).hasSize(20);
        assertThat(server.connections).hasValue(1);
    }

    @Test
    void asManyConnectionsAreOpenedAsThereAreSendersAtOnce() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(4);
        List<Callable<Void>> hundred = Collections.nCopies(100, () -> {
            send();
            return null;
        });
        for (Future<Void> sent : senders.invokeAll(hundred, 20, TimeUnit.SECONDS)) {
            sent.get();
        }
        senders.shutdown();
        assertThat(server.taken).hasSize(100);
        assertThat(server.connections.get()).isBetween(1, 4);
    }

    @ParameterizedTest
    @EnumSource(
            value = ScriptedSmtp.Act.class,
            names = {"REFUSE_SENDER", "REFUSE_RECIPIENT", "GREYLIST", "REFUSE_AFTER_DATA", "DROP_BEFORE_DATA"})
    void whatFailsBeforeTheMessageIsWholeOrIsRefusedIsKnownToHaveFailed(ScriptedSmtp.Act act) throws Exception {
        send();
        server.now(act);
        assertThatThrownBy(this::send)
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("mail server")
                .hasStackTraceContaining("SmtpConnections")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("@borough.example"));
        assertThat(server.taken).hasSize(1);
        server.now(ScriptedSmtp.Act.TAKE);
        clock.forward(Duration.ofSeconds(6));
        assertThatCode(this::send).doesNotThrowAnyException();
    }

    @Test
    void aConnectionLostInTheMiddleOfTheMessageIsKnownToHaveFailed() {
        server.now(ScriptedSmtp.Act.DROP_DURING_DATA);
        // More than the buffers between the two hold, so that the loss is noticed before the end is written.
        Request endless = stepUp("concerns", "x".repeat(12_000_000));
        MimeMessage message = new MailComposer(new Templates(), clock, authority -> false)
                .referral(Fixtures.referral(endless, false), Fixtures.pack(), List.of());
        assertThatThrownBy(() -> connections.sendMessage(message, message.getAllRecipients()))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("hung up before");
        assertThat(server.taken).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ScriptedSmtp.Act.class,
            names = {"DROP_AFTER_DOT", "HANG_AFTER_DOT"})
    void aConnectionLostAfterTheWholeMessageLeavesTheOutcomeUnknown(ScriptedSmtp.Act act) {
        server.now(act);
        assertThatThrownBy(this::send)
                .isInstanceOf(UnknownOutcomeException.class)
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("@borough.example"));
        assertThat(server.taken).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ScriptedSmtp.Act.class,
            names = {"DROP_AT_SECOND", "CLOSE_AT_SECOND"})
    void aKeptConnectionThatTheServerGaveUpIsReplacedWithoutATry(ScriptedSmtp.Act act) throws Exception {
        server.now(act);
        for (int i = 0; i < 5; i++) {
            send();
        }
        assertThat(server.taken).hasSize(5);
        assertThat(server.connections).hasValue(5);
    }

    @Test
    void aConnectionThatWasQuietIsAskedAndOneThatWasLongQuietIsClosed() throws Exception {
        send();
        clock.forward(Duration.ofSeconds(5));
        send();
        assertThat(server.commands).contains("NOOP");
        assertThat(server.connections).hasValue(1);
        clock.forward(Duration.ofSeconds(31));
        send();
        assertThat(server.connections).hasValue(2);
    }

    @Test
    void aDeadServerIsNotTriedAgainByEveryWorkerInTurn() throws Exception {
        server.close();
        assertThatThrownBy(this::send).hasMessageStartingWith("no connection to the mail server");
        assertThatThrownBy(this::send).hasMessageContaining("could not be reached a moment ago");
        clock.forward(Duration.ofSeconds(6));
        assertThatThrownBy(this::send).hasMessageStartingWith("no connection to the mail server");
    }

    @Test
    void aStatusReportIsAskedForWhereTheServerOffersIt() throws Exception {
        send();
        assertThat(server.commands)
                .anyMatch(
                        line -> line.startsWith("MAIL FROM:<stepbridge@borough.example>") && line.contains("RET=HDRS"))
                .anyMatch(line -> line.startsWith("RCPT TO:<mash@borough.example> NOTIFY=")
                        && line.contains("SUCCESS")
                        && line.contains("FAILURE"));
        try (ScriptedSmtp plain = new ScriptedSmtp(false)) {
            SmtpConnections other = new SmtpConnections(session(plain.port()), clock);
            other.sendMessage(message(), message().getAllRecipients());
            other.close();
            assertThat(plain.taken).hasSize(1);
            assertThat(plain.commands).noneMatch(line -> line.contains("NOTIFY") || line.contains("RET="));
        }
    }

    @Test
    void aRealMailServerReceivesTheMessageUnderTheDeliverysId() throws Exception {
        GreenMail greenMail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        greenMail.start();
        try {
            SmtpConnections real =
                    new SmtpConnections(session(greenMail.getSmtp().getPort()), clock);
            real.sendMessage(message(), message().getAllRecipients());
            real.sendMessage(message(), message().getAllRecipients());
            real.close();
            MimeMessage[] received = greenMail.getReceivedMessages();
            assertThat(received)
                    .hasSize(2)
                    .allSatisfy(mail -> assertThat(mail.getMessageID())
                            .isEqualTo("<" + Fixtures.DELIVERY + "@stepbridge.borough.example>"));
        } finally {
            greenMail.stop();
        }
    }

    private void send() throws MessagingException {
        MimeMessage message = message();
        connections.sendMessage(message, message.getAllRecipients());
    }

    private MimeMessage message() {
        return new MailComposer(new Templates(), clock, authority -> false)
                .referral(Fixtures.referral(stepUp(), false), Fixtures.pack(), List.of());
    }

    private static Session session(int port) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.connectiontimeout", "2000");
        properties.put("mail.smtp.timeout", "1000");
        return Session.getInstance(properties);
    }

    private static String stackTrace(Throwable e) {
        java.io.StringWriter text = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    /** A clock that only a test moves. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-07-01T08:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
