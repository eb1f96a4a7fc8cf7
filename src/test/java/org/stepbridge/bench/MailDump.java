package org.stepbridge.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of received mails: one a file, or many in a file, each after a line as Postfix' smtp-sink writes it with
 * {@code -D}. A mail's id is the stepUpId of the JSON that is in it or attached; mails without one are not for MASH.
 */
public final class MailDump {
    static final String FIRST_LINE = "X-Client-Addr: ";

    private static final Pattern STEP_UP_ID = Pattern.compile("\"stepUpId\"\\s*:\\s*\"([^\"]*)\"");
    private static final Session SESSION = Session.getInstance(new Properties());

    private MailDump() {}

    public static List<String> stepUpIds(Path folder) throws IOException, MessagingException {
        List<String> ids = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return ids;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            readFile(file, ids);
        }
        return ids;
    }

    /** Bytes as characters of the same number, so that nothing is lost on the way back to bytes. */
    private static void readFile(Path file, List<String> ids) throws IOException, MessagingException {
        StringBuilder mail = new StringBuilder();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(FIRST_LINE) && !mail.isEmpty()) {
                    stepUpId(mail).ifPresent(ids::add);
                    mail.setLength(0);
                }
                mail.append(line).append("\r\n");
            }
        }
        if (!mail.isEmpty()) {
            stepUpId(mail).ifPresent(ids::add);
        }
    }

    private static Optional<String> stepUpId(StringBuilder mail) throws IOException, MessagingException {
        byte[] bytes = mail.toString().getBytes(StandardCharsets.ISO_8859_1);
        return stepUpId(new MimeMessage(SESSION, new ByteArrayInputStream(bytes)));
    }

    private static Optional<String> stepUpId(Part part) throws IOException, MessagingException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = stepUpId(parts.getBodyPart(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        try (InputStream decoded = part.getInputStream()) {
            Matcher id = STEP_UP_ID.matcher(new String(decoded.readAllBytes(), StandardCharsets.UTF_8));
            return id.find() ? Optional.of(id.group(1)) : Optional.empty();
        }
    }
}
