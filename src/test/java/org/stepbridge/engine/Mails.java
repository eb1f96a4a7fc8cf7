package org.stepbridge.engine;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The mails that the sink took, one after the other in its files. */
final class Mails {
    private static final String BEGINS = "X-Client-Addr: loopback\r\n";

    private Mails() {}

    static List<MimeMessage> read(Path folder) throws IOException, MessagingException {
        List<MimeMessage> mails = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                for (String mail :
                        Files.readString(file, StandardCharsets.ISO_8859_1).split(BEGINS, -1)) {
                    if (!mail.isEmpty()) {
                        byte[] bytes = mail.getBytes(StandardCharsets.ISO_8859_1);
                        mails.add(new MimeMessage(
                                Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
                    }
                }
            }
        }
        return mails;
    }
}
