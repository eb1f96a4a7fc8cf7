package org.stepbridge.dispatch;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Parcel;

/** A message whose Message-ID is the delivery's own, so that a repeat after a crash is the same message. */
final class ComposedMail extends SMTPMessage {
    // Composing needs no server, so all share an empty session.
    private static final Session NO_SESSION = Session.getInstance(new Properties());
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    private static final int LONGEST_SUBJECT = 200;

    ComposedMail(Parcel parcel, Pack pack, Instant now) throws MessagingException {
        super(NO_SESSION);
        setHeader("MIME-Version", "1.0");
        setHeader("Message-ID", "<" + parcel.id() + "@" + pack.mail().domain() + ">");
        setHeader("X-Stepbridge-Reference", parcel.items().isEmpty() ? pack.code() : parcel.reference());
        setHeader("Date", Times.mail(now, pack.zone()));
        setFrom(Addresses.plain(pack.mail().from(), "the sender"));
        setRecipients(Message.RecipientType.TO, Addresses.allowed(parcel.recipients(), pack));
        // A status report must not carry the child's record back through other people's servers.
        setReturnOption(RETURN_HDRS);
    }

    /** The subject as one line: breaks and control characters become spaces, and what is too long is cut. */
    ComposedMail about(String subject) throws MessagingException {
        String line = NOT_IN_A_LINE.matcher(subject).replaceAll(" ").strip();
        setSubject(line.substring(0, Math.min(line.length(), LONGEST_SUBJECT)), "UTF-8");
        return this;
    }

    ComposedMail important(boolean urgent) throws MessagingException {
        if (urgent) {
            setHeader("Importance", "high");
            setHeader("X-Priority", "1");
        }
        return this;
    }

    /**
     * Where answers go: to the raiser, and to the mailbox that is read, if there is one. Without a raiser they go to the
     * sender, which is that mailbox.
     */
    ComposedMail answersTo(String raiserOrEmpty, String mailboxOrEmpty) throws MessagingException {
        if (!raiserOrEmpty.isEmpty()) {
            InternetAddress raiser = Addresses.plain(raiserOrEmpty, "the raiser");
            setReplyTo(
                    mailboxOrEmpty.isEmpty()
                            ? new InternetAddress[] {raiser}
                            : new InternetAddress[] {raiser, Addresses.plain(mailboxOrEmpty, "the sender")});
        }
        return this;
    }

    /** Sets what follows the headers, already encoded: nothing is encoded again when it is sent. */
    ComposedMail with(MimeBody body) throws MessagingException {
        setHeader("Content-Type", body.type());
        setHeader("Content-Transfer-Encoding", body.encoding());
        content = body.content();
        modified = false;
        saved = true;
        return this;
    }
}
