package org.stepbridge.bench;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** One kept connection to the mail server, over which referrals go one after another. */
final class FloorMail implements AutoCloseable {
    static {
        // Without this, Jakarta Mail searches the whole class path for its encoder again for every mail.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private static final String DOMAIN = "borough.example";

    private final Session session;
    private final Transport transport;
    private final InternetAddress from = new InternetAddress("early-help@" + DOMAIN);
    private final InternetAddress mash = new InternetAddress("mash@" + DOMAIN);

    FloorMail(String host, int port) throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", host);
        settings.setProperty("mail.smtp.port", String.valueOf(port));
        settings.setProperty("mail.smtp.localhost", "localhost");
        session = Session.getInstance(settings);
        transport = session.getTransport("smtp");
        transport.connect();
    }

    void send(List<FloorRequest> batch) throws MessagingException {
        for (FloorRequest request : batch) {
            MimeMessage mail = new FixedIdMail(session, "<" + request.id() + "@" + DOMAIN + ">");
            mail.setFrom(from);
            mail.setRecipient(RecipientType.TO, mash);
            mail.setSubject("[STEP-UP AGREED] " + request.id(), "UTF-8");
            mail.setSentDate(Date.from(Instant.now()));
            mail.setHeader("X-Stepbridge-Reference", request.id());
            mail.setText(FloorLetters.referral(request), "UTF-8");
            mail.saveChanges();
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    @Override
    public void close() throws MessagingException {
        transport.close();
    }

    private static final class FixedIdMail extends MimeMessage {
        private final String id;

        FixedIdMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
