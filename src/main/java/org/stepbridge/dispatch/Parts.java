package org.stepbridge.dispatch;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Builds the parts of an email so that every mail program and relay leaves them as they are. */
final class Parts {
    private static final Pattern BREAK = Pattern.compile("\\R");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    private static final int SUBJECT = 200;

    private Parts() {}

    /** A text part of this subtype. */
    static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        setText(part, text, subtype);
        return part;
    }

    /** Makes this part a text of this subtype: UTF-8, its lines short enough for any relay (RFC 5322: 998). */
    static void setText(MimePart part, String text, String subtype) throws MessagingException {
        String lines = CONTROL.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("");
        part.setText(lines.replace("\n", "\r\n"), "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    /** A JSON file. */
    static MimeBodyPart json(String json, String fileName) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(json.getBytes(StandardCharsets.UTF_8), "application/json")));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(fileName);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** The text as one line: breaks and control characters become spaces, and what is too long for a subject is cut. */
    static String oneLine(String text) {
        String line = NOT_IN_A_LINE.matcher(text).replaceAll(" ").strip();
        return line.length() <= SUBJECT ? line : line.substring(0, SUBJECT);
    }
}
