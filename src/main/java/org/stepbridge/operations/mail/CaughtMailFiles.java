package org.stepbridge.operations.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.stepbridge.casework.CaughtMails;

/** Shows the catcher's files to the pages. */
final class CaughtMailFiles implements CaughtMails {
    private final Path home;
    private final Session session = Session.getInstance(new Properties());

    CaughtMailFiles(Path home) {
        this.home = home;
    }

    @Override
    public List<MailLine> newest(int most) {
        return CaughtMailFolder.newest(home, most).stream().map(this::line).toList();
    }

    @Override
    public Optional<String> source(String id) {
        return CaughtMailFolder.find(home, id.replace('_', '/')).map(mail -> {
            try {
                return Files.readString(mail.file(), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read a caught mail", e);
            }
        });
    }

    private MailLine line(CaughtMail mail) {
        try (InputStream bytes = Files.newInputStream(mail.file())) {
            MimeMessage message = new MimeMessage(session, bytes);
            Address[] to = message.getAllRecipients();
            Instant at = Files.getLastModifiedTime(mail.file()).toInstant();
            return new MailLine(
                    mail.id().replace('/', '_'),
                    at,
                    to == null
                            ? List.of()
                            : Arrays.stream(to).map(Address::toString).toList(),
                    Objects.requireNonNullElse(message.getSubject(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a caught mail", e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A caught mail is not a mail: " + mail.id(), e);
        }
    }
}
