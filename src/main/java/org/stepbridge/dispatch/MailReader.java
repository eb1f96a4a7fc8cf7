package org.stepbridge.dispatch;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Incoming;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;

/** Reads what comes to the mailbox that our mail is sent from: status reports, replies and what programs answer. */
@Component("mailReader")
public final class MailReader {
    static final Session NO_SESSION = Session.getInstance(new Properties());
    private static final int LARGEST = 30_000_000;
    private static final Pattern BY_A_PROGRAM = Pattern.compile("(?i)bulk|junk|list|auto_reply");

    private static final Pattern BY_A_SERVER =
            Pattern.compile("(?i)(^|[<\\s])(mailer-daemon|postmaster|microsoftexchange[0-9a-f]+)(@|$)");
    private static final Pattern REPORTS_DELIVERY =
            Pattern.compile("(?is)^multipart/report\\b.*\\breport-type\\s*=\\s*\"?delivery-status");

    private final Packs packs;

    MailReader(Packs packs) {
        this.packs = packs;
    }

    /**
     * What this mail is. One that breaks the rules of mail is unreadable, which is an answer like any other.
     *
     * @throws MessagingException when the server does not give it up now
     * @throws IOException when the server does not give it up now
     */
    public Incoming read(String authority, Message message) throws MessagingException, IOException {
        Pack pack = packs.of(new Authority(authority));
        if (message.getSize() > LARGEST) {
            String about = "mailbox " + authority + " " + header(message, "Message-ID") + " " + message.getSize();
            return new Incoming.Unreadable(
                    envelope(pack, about.getBytes(java.nio.charset.StandardCharsets.UTF_8), ""),
                    "It is larger than 30 MB and was left in the mailbox's folder of read mail.");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        message.writeTo(whole);
        byte[] bytes = whole.toByteArray();
        try {
            return read(pack, bytes, new MimeMessage(NO_SESSION, new ByteArrayInputStream(bytes)));
        } catch (MessagingException | IOException | RuntimeException e) {
            return new Incoming.Unreadable(
                    envelope(pack, bytes, MailText.raw(bytes)), "It is no mail that can be read.");
        }
    }

    private static Incoming read(Pack pack, byte[] bytes, MimeMessage mail) throws MessagingException, IOException {
        Incoming.Envelope envelope = envelope(pack, bytes, MailText.of(mail));
        if (mail.isMimeType("multipart/report")) {
            StatusReports.Report report = StatusReports.read(mail);
            if (report.event() != null) {
                return new Incoming.StatusReport(
                        envelope, About.of(pack, report.returned()), report.event(), report.status());
            }
        }
        if (byAMailServer(mail)) {
            return new Incoming.StatusReport(envelope, About.of(pack, mail), Incoming.Event.UNCLEAR, "");
        }
        return new Incoming.Letter(
                envelope,
                About.of(pack, mail),
                byAProgram(mail),
                allowed(pack, mail),
                StatedOutcome.in(MailText.plain(mail)));
    }

    /** RFC 3834, 5, and what older programs write instead; read receipts (RFC 8098) too. */
    private static boolean byAProgram(MimeMessage mail) throws MessagingException {
        String submitted = header(mail, "Auto-Submitted").strip();
        boolean byItsOwnWord = !submitted.isEmpty()
                && !submitted.toLowerCase(java.util.Locale.ROOT).startsWith("no");
        return byItsOwnWord
                || BY_A_PROGRAM.matcher(header(mail, "Precedence").strip()).matches()
                || !header(mail, "X-Autoreply").isEmpty()
                || !header(mail, "X-Autorespond").isEmpty()
                || header(mail, "Return-Path").strip().equals("<>")
                || mail.isMimeType("multipart/report");
    }

    /** Servers that know nothing of RFC 3464, or say in its form what it does not know. */
    private static boolean byAMailServer(MimeMessage mail) throws MessagingException {
        return BY_A_SERVER.matcher(header(mail, "From")).find()
                || !header(mail, "X-Failed-Recipients").isEmpty()
                || REPORTS_DELIVERY.matcher(mail.getContentType()).find();
    }

    private static boolean allowed(Pack pack, MimeMessage mail) throws MessagingException {
        return mail.getFrom() != null
                && mail.getFrom().length == 1
                && mail.getFrom()[0] instanceof InternetAddress from
                && pack.allows(from.getAddress());
    }

    private static Incoming.Envelope envelope(Pack pack, byte[] bytes, String text) {
        return new Incoming.Envelope(UUID.nameUUIDFromBytes(bytes), pack.authority(), Incoming.Source.MAILBOX, text);
    }

    static String header(Message mail, String name) throws MessagingException {
        String @Nullable [] values = mail.getHeader(name);
        return values == null ? "" : String.join(" ", values);
    }
}
