package org.stepbridge.dispatch;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.UnknownOutcomeException;

/**
 * Sends through connections that stay open from one message to the next, a new one only when all are busy. May be used
 * by many threads. {@link #sendMessage} returns when the server has taken the message, throws
 * {@link UnknownOutcomeException} when it may have, and a {@link MessagingException} without personal data when it has
 * not.
 */
final class SmtpConnections extends Transport {
    /** A connection that was quiet for this long is asked whether it still lives before it is used. */
    private static final Duration TRUSTED = Duration.ofSeconds(2);
    /** Servers hang up after some minutes; we do so first. */
    private static final Duration KEPT = Duration.ofSeconds(30);
    /** A server that is dead or hangs is left alone for so long: it must not hold every worker up in turn. */
    private static final Duration RESTING = Duration.ofSeconds(5);

    private final ConcurrentLinkedDeque<Line> free = new ConcurrentLinkedDeque<>();
    private final Session mail;
    private final Clock clock;
    private volatile Instant restingUntil = Instant.MIN;

    /** An open connection and when it was last used. */
    private record Line(PhasedTransport transport, Instant since, boolean used) {}

    SmtpConnections(Session mail, Clock clock) {
        super(mail, new URLName("smtp", null, -1, null, null, null));
        this.mail = mail;
        // Waiting for a hung server's goodbye would hold the worker up once more.
        mail.getProperties().putIfAbsent("mail.smtp.quitwait", "false");
        this.clock = clock;
    }

    @Override
    public void sendMessage(Message message, Address[] addresses) throws MessagingException {
        Line line = take();
        if (line.used() && !trySend(line, message, addresses)) {
            // The server had hung up in between, before it saw anything of this message.
            line = open();
        } else if (line.used()) {
            return;
        }
        if (!trySend(line, message, addresses)) {
            throw new MessagingException("the mail server hung up before the message was sent");
        }
    }

    /** Closes connections that nobody has used for some time. */
    void closeIdle() {
        Instant limit = clock.instant().minus(KEPT);
        for (Line line : free) {
            if (line.since().isBefore(limit) && free.remove(line)) {
                close(line.transport());
            }
        }
    }

    @Override
    public synchronized void close() {
        for (Line line = free.poll(); line != null; line = free.poll()) {
            close(line.transport());
        }
    }

    /** @return false if the connection was lost before the message's end was sent */
    private boolean trySend(Line line, Message message, Address[] addresses) throws MessagingException {
        PhasedTransport transport = line.transport();
        transport.begin();
        try {
            transport.sendMessage(message, addresses);
        } catch (MessagingException | RuntimeException e) {
            int code = transport.getLastReturnCode();
            close(transport);
            if (timedOut(e)) {
                rest();
            }
            if (transport.mayHaveArrived()) {
                throw new UnknownOutcomeException(
                        "the connection to the mail server was lost after the whole message had been sent",
                        SmtpRefusal.quiet(e));
            }
            if (refusal(code) && !(line.used() && code == 421)) {
                throw SmtpRefusal.of(code, e);
            }
            if (e instanceof RuntimeException broken) {
                throw broken;
            }
            return false;
        }
        free.push(new Line(transport, clock.instant(), true));
        return true;
    }

    private static boolean timedOut(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static boolean refusal(int code) {
        return code >= 400 && code <= 599;
    }

    private Line take() throws MessagingException {
        closeIdle();
        for (Line line = free.poll(); line != null; line = free.poll()) {
            if (line.since().plus(TRUSTED).isAfter(clock.instant())
                    || line.transport().isConnected()) {
                return line;
            }
            close(line.transport());
        }
        return open();
    }

    private Line open() throws MessagingException {
        if (clock.instant().isBefore(restingUntil)) {
            throw new MessagingException("the mail server could not be reached a moment ago");
        }
        PhasedTransport transport = new PhasedTransport(mail);
        try {
            transport.connect();
            restingUntil = Instant.MIN;
            return new Line(transport, clock.instant(), false);
        } catch (MessagingException e) {
            rest();
            close(transport);
            throw SmtpRefusal.atConnect(e);
        }
    }

    private void rest() {
        restingUntil = clock.instant().plus(RESTING);
    }

    private static void close(@Nullable Transport transport) {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException gone) {
            // It was to be closed, and now it is.
        }
    }
}
