package org.stepbridge.web;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * A mail as its reader would see it, from its source.
 *
 * @param subject its subject, empty if it has none
 * @param headers the headers that matter to a person, in a fixed order
 * @param text its plain text
 * @param page the markup of its page, which is shown and never run; empty if it has none
 * @param attachments what hangs on it
 */
record ReadableMail(String subject, List<Header> headers, String text, String page, List<Attachment> attachments) {
    private static final List<String> SHOWN =
            List.of("From", "To", "Cc", "Reply-To", "Date", "Importance", "Message-ID", "X-Stepbridge-Reference");

    /** A header line, decoded. */
    record Header(String name, String value) {}

    /** A part that is not the text: {@code text} is what it says where that can be read, else empty. */
    record Attachment(String name, String type, String size, String text) {}

    /** Reads it. A mail that cannot be taken apart is shown as its source alone. */
    static ReadableMail of(String source) {
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));
            Parts parts = new Parts();
            parts.add(message);
            String subject = message.getSubject();
            return new ReadableMail(
                    subject == null ? "" : subject,
                    headers(message),
                    parts.text.toString(),
                    parts.page.toString(),
                    parts.attachments);
        } catch (MessagingException | IOException notMime) {
            return new ReadableMail(
                    "", List.of(), "This mail could not be taken apart. Its source is below.", "", List.of());
        }
    }

    /** Without the date: of a mail composed anew it is the moment of that. */
    ReadableMail withoutDate() {
        return new ReadableMail(
                subject,
                headers.stream().filter(header -> !header.name().equals("Date")).toList(),
                text,
                page,
                attachments);
    }

    private static List<Header> headers(MimeMessage message) throws MessagingException, IOException {
        List<Header> headers = new ArrayList<>();
        for (String name : SHOWN) {
            String[] values = message.getHeader(name);
            if (values != null) {
                for (String value : values) {
                    headers.add(new Header(name, MimeUtility.decodeText(MimeUtility.unfold(value))));
                }
            }
        }
        return headers;
    }

    /** Collects while walking down. */
    private static final class Parts {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder page = new StringBuilder();
        private final List<Attachment> attachments = new ArrayList<>();

        private void add(Part part) throws MessagingException, IOException {
            boolean attached = part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
            if (!attached && part.isMimeType("multipart/*") && part.getContent() instanceof Multipart children) {
                for (int i = 0; i < children.getCount(); i++) {
                    BodyPart child = children.getBodyPart(i);
                    add(child);
                }
            } else if (!attached && part.isMimeType("text/plain")) {
                text.append(part.getContent());
            } else if (!attached && part.isMimeType("text/html")) {
                page.append(part.getContent());
            } else if (attached) {
                attachments.add(attachment(part));
            }
        }

        private static Attachment attachment(Part part) throws MessagingException, IOException {
            byte[] bytes;
            try (InputStream in = part.getInputStream()) {
                bytes = in.readAllBytes();
            }
            boolean readable = part.isMimeType("application/json") || part.isMimeType("text/*");
            String type = part.getContentType().replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
            String name = part.getFileName() == null ? "without a name" : part.getFileName();
            return new Attachment(
                    name,
                    type,
                    String.format(Locale.UK, "%,d bytes", bytes.length),
                    readable ? new String(bytes, StandardCharsets.UTF_8) : "");
        }
    }
}
