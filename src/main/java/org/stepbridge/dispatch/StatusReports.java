package org.stepbridge.dispatch;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Incoming;

/** Reads delivery status notifications (RFC 3464). */
final class StatusReports {
    private StatusReports() {}

    /**
     * A report.
     *
     * @param event the worst that it says of any recipient; null when it is no report about delivery
     * @param returned the headers of the mail that it is about; the report's own where it brings none
     */
    record Report(Incoming.@Nullable Event event, String status, MimeMessage returned) {}

    /** What this multipart/report says. */
    static Report read(MimeMessage mail) throws MessagingException, IOException {
        Incoming.@Nullable Event event = null;
        String status = "";
        MimeMessage returned = mail;
        if (mail.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType("message/delivery-status")) {
                    DeliveryStatus said = new DeliveryStatus(part.getInputStream());
                    event = worst(said);
                    status = status(said, event);
                } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                    returned = new MimeMessage(MailReader.NO_SESSION, part.getInputStream());
                }
            }
        }
        return new Report(event, status, returned);
    }

    private static Incoming.@Nullable Event worst(DeliveryStatus said) {
        Set<Incoming.Event> events = EnumSet.noneOf(Incoming.Event.class);
        for (int i = 0; i < said.getRecipientDSNCount(); i++) {
            Incoming.Event event = event(said.getRecipientDSN(i));
            if (event != null) {
                events.add(event);
            }
        }
        return events.isEmpty() ? null : events.iterator().next();
    }

    private static Incoming.@Nullable Event event(InternetHeaders recipient) {
        return switch (header(recipient, "Action").toLowerCase(Locale.ROOT)) {
            case "failed" -> Incoming.Event.FAILED;
            case "delayed" -> Incoming.Event.DELAYED;
            case "delivered" -> Incoming.Event.DELIVERED;
            case "relayed", "expanded" -> Incoming.Event.PASSED_ON;
            default -> null;
        };
    }

    private static String status(DeliveryStatus said, Incoming.@Nullable Event event) {
        for (int i = 0; i < said.getRecipientDSNCount(); i++) {
            InternetHeaders recipient = said.getRecipientDSN(i);
            String status = header(recipient, "Status");
            if (event(recipient) == event && status.matches("[245]\\.\\d{1,3}\\.\\d{1,3}")) {
                return status;
            }
        }
        return "";
    }

    private static String header(InternetHeaders headers, String name) {
        // a comment may follow the value
        return Objects.requireNonNullElse(headers.getHeader(name, null), "")
                .replaceAll("\\(.*", "")
                .strip();
    }
}
