package org.stepbridge.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.stepbridge.casework.Parcel;

/** A message whose Message-ID is the delivery's own, so that a repeat after a crash is the same message. */
final class ComposedMail extends SMTPMessage {
    // Encoding a message needs no server, so all share an empty session.
    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private final String messageId;

    ComposedMail(Parcel parcel, String domain) {
        super(NO_SESSION);
        this.messageId = "<" + parcel.id() + "@" + domain + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public String toString() {
        return "ComposedMail[" + messageId + "]";
    }
}
