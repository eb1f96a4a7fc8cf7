package org.stepbridge.operations.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stepbridge.casework.CaughtMails;

/** Shows the catcher's files to the pages. */
final class CaughtMailFiles implements CaughtMails {
    private final Path home;

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

    /** Reads the headers alone: what is attached may be large. */
    private MailLine line(CaughtMail mail) {
        try (InputStream bytes = Files.newInputStream(mail.file())) {
            InternetHeaders headers = new InternetHeaders(bytes, true);
            String[] to = headers.getHeader("Delivered-To");
            String subject = headers.getHeader("Subject", null);
            return new MailLine(
                    mail.id().replace('/', '_'),
                    Files.getLastModifiedTime(mail.file()).toInstant(),
                    to == null ? List.of() : List.of(to),
                    subject == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(subject)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a caught mail", e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A caught mail has no headers: " + mail.id(), e);
        }
    }
}
