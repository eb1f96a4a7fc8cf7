package org.stepbridge.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.parser.ParserDelegator;

/** What a mail says, as people may read it. Nothing of it is ever run or fetched. */
final class MailText {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 20;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)");

    private MailText() {}

    /** Who wrote it, about what and when, and its text; its HTML without the marks where it has no plain text. */
    static String of(MimeMessage mail) throws MessagingException, IOException {
        Optional<String> plain = find(mail, "text/plain", 0);
        String text = plain.isPresent()
                ? plain.get()
                : withoutMarks(find(mail, "text/html", 0).orElse(""));
        return cut("From: " + MailReader.header(mail, "From") + "\nDate: " + MailReader.header(mail, "Date")
                + "\nSubject: " + Objects.requireNonNullElse(mail.getSubject(), "") + "\n\n" + text);
    }

    /** Its plain text; empty where it has none. */
    static String plain(MimeMessage mail) throws MessagingException, IOException {
        return cut(find(mail, "text/plain", 0).orElse(""));
    }

    /** What cannot be read as mail, as it stands. */
    static String raw(byte[] bytes) {
        return cut(new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> find(Part part, String type, int depth) throws MessagingException, IOException {
        if (part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Optional.of(decoded(part));
        } else if (part.isMimeType("multipart/*") && depth < DEEPEST && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = find(parts.getBodyPart(i), type, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        Matcher found = CHARSET.matcher(Objects.requireNonNullElse(part.getContentType(), ""));
        Charset charset = found.find() && Charset.isSupported(found.group(1))
                ? Charset.forName(found.group(1))
                : StandardCharsets.UTF_8;
        return new String(part.getInputStream().readNBytes(4 * LONGEST), charset);
    }

    private static String withoutMarks(String html) throws IOException {
        StringBuilder text = new StringBuilder();
        new ParserDelegator()
                .parse(
                        new StringReader(cut(html)),
                        new HTMLEditorKit.ParserCallback() {
                            @Override
                            public void handleText(char[] data, int pos) {
                                text.append(data).append('\n');
                            }
                        },
                        true);
        return text.toString();
    }

    /** PostgreSQL keeps no NUL. */
    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).replace('\0', ' ');
    }
}
