package org.stepbridge.operations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.operations.settings.StartRefused;

class MailCatcherIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:05:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    @Test
    void keepsEachMessageWholeBeforeItAnswers() throws Exception {
        try (MailCatcher catcher = MailCatcher.start(home, 0, CLOCK)) {
            send(catcher, "[STEP-UP AGREED] ABC-2026-000001", "first line\r\n.a line that starts with a dot\r\n");

            List<CaughtMail> caught = CaughtMailFolder.newest(home, 10);
            assertThat(caught).hasSize(1);
            assertThat(caught.get(0).id()).startsWith("20261121/090500000-");
            MimeMessage message = read(caught.get(0));
            assertThat(message.getSubject()).isEqualTo("[STEP-UP AGREED] ABC-2026-000001");
            assertThat(message.getHeader("Delivered-To")).containsExactly("mash@borough.example");
            assertThat(message.getHeader("Return-Path")).containsExactly("<stepbridge@borough.example>");
            assertThat(message.getContent()).isEqualTo("first line\r\n.a line that starts with a dot\r\n");
        }
    }

    @Test
    void takesManyMessagesOverOneConnection() throws Exception {
        try (MailCatcher catcher = MailCatcher.start(home, 0, CLOCK);
                Transport transport = session(catcher).getTransport()) {
            transport.connect();
            for (int n = 0; n < 300; n++) {
                MimeMessage message = message(session(catcher), "number " + n, "text");
                transport.sendMessage(message, message.getAllRecipients());
            }
            assertThat(CaughtMailFolder.newest(home, 1_000)).hasSize(300);
        }
    }

    @Test
    void listsTheNewestFirstAndNoMoreThanAsked() throws Exception {
        try (MailCatcher catcher = MailCatcher.start(home, 0, CLOCK)) {
            send(catcher, "one", "");
            send(catcher, "two", "");
            send(catcher, "three", "");
        }
        assertThat(CaughtMailFolder.newest(home, 2))
                .extracting(caught -> read(caught).getSubject())
                .containsExactly("three", "two");
    }

    @Test
    void findsOneMessageByItsIdAndNoOtherFile() throws Exception {
        try (MailCatcher catcher = MailCatcher.start(home, 0, CLOCK)) {
            send(catcher, "one", "");
        }
        String id = CaughtMailFolder.newest(home, 1).get(0).id();
        Files.writeString(home.resolve("secret.eml"), "not caught");

        assertThat(CaughtMailFolder.find(home, id)).isPresent();
        assertThat(CaughtMailFolder.find(home, id + "1")).isEmpty();
        assertThat(CaughtMailFolder.find(home, "../secret")).isEmpty();
    }

    @Test
    void neverShowsAMessageThatIsNotWhole() throws Exception {
        Path day = Files.createDirectories(home.resolve("mail/20261121"));
        Files.writeString(day.resolve("090500000-1-000001.part"), "half");

        assertThat(CaughtMailFolder.newest(home, 10)).isEmpty();
    }

    @Test
    void saysWhichPortIsTaken() {
        try (MailCatcher first = MailCatcher.start(home, 0, CLOCK)) {
            assertThatThrownBy(() -> MailCatcher.start(home, first.port(), CLOCK))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("port " + first.port())
                    .hasMessageContaining("stepbridge.mail-catcher.port");
        }
    }

    @Test
    void showsThePagesWhoWasSentWhat() throws Exception {
        try (MailCatcher catcher = MailCatcher.start(home, 0, CLOCK)) {
            send(catcher, "£5 — a subject that travels encoded, and is long enough to be folded twice on its way", "");
        }
        CaughtMailFiles pages = new CaughtMailFiles(home);

        assertThat(pages.newest(5)).singleElement().satisfies(line -> {
            assertThat(line.subject())
                    .isEqualTo("£5 — a subject that travels encoded, and is long enough to be folded twice on its way");
            assertThat(line.recipients()).containsExactly("mash@borough.example");
            assertThat(pages.source(line.id()))
                    .hasValueSatisfying(text -> assertThat(text).contains("Subject:"));
        });
    }

    private static void send(MailCatcher catcher, String subject, String text) throws Exception {
        Transport.send(message(session(catcher), subject, text));
    }

    private static Session session(MailCatcher catcher) {
        SmtpSettings smtp = new MailProperties(null, null, null, null, Map.of()).toCatcher(catcher.port());
        return new MailConfiguration().mailSession(smtp);
    }

    private static MimeMessage message(Session session, String subject, String text) throws Exception {
        MimeMessage message = new MimeMessage(session);
        message.setFrom("stepbridge@borough.example");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("mash@borough.example"));
        message.setSubject(subject);
        message.setText(text);
        return message;
    }

    private static MimeMessage read(CaughtMail caught) throws Exception {
        try (InputStream in = Files.newInputStream(caught.file())) {
            return new MimeMessage(null, in);
        }
    }
}
