package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Documents beside an export, through the whole engine to a real mail server (ROT-15). */
class DocumentsIT {
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void documents_travel_with_an_urgent_step_up_none_holds_it_and_every_try_carries_the_same_bytes() throws Exception {
        try (Servers servers = new Servers(folder)) {
            Home home = new Home(folder.resolve("home"), servers.settings());
            Path beside = Files.createDirectories(home.inbox("ehm").resolve("attachments/SU900001"));
            Files.write(beside.resolve("plan.pdf"), PDF);
            Files.write(beside.resolve("tool.pdf"), new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0});
            Files.writeString(home.inbox("ehm").resolve("ehm-stepups-20261120T0600.csv"), """
                    StepUpID,EHMPersonID,Surname,Forename,RequestedAt,RaisedBy,Concerns,ImmediateSafety,Attachments
                    SU900001,E900001,Test,Child,19/11/2026 09:00,A Worker,Left alone,Y,plan.pdf|tool.pdf|gone.docx|../../up.pdf
                    """);

            assertThat(home.run()).as(home.output()).isZero();
            MimeMessage first = only(servers.mails());
            again(servers);
            Files.write(beside.resolve("plan.pdf"), "%PDF-1.7 changed since".getBytes(StandardCharsets.US_ASCII));
            forget(servers.mails());
            assertThat(home.run()).as(home.output()).isZero();
            MimeMessage second = only(servers.mails());

            assertThat(attached(first)).isEqualTo(PDF);
            assertThat(attached(second)).isEqualTo(PDF);
            assertThat(second.getMessageID()).isEqualTo(first.getMessageID());
            String json = new String(part(first, 1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(json)
                    .contains("By its content it is of no type", "It was not beside the export", "Its name cannot be");
            assertThat(home.output()).doesNotContain("plan.pdf", "up.pdf");
        }
    }

    private static void forget(Path mails) throws IOException {
        try (Stream<Path> files = Files.list(mails)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static void again(Servers servers) {
        JdbcClient.create(new DriverManagerDataSource(servers.database()))
                .sql(
                        "update delivery set state = 'pending', next_at = now(), attempts = 0 where channel = 'mash-email'")
                .update();
    }

    private static MimeMessage only(Path mails) throws Exception {
        List<MimeMessage> referrals = Mails.read(mails).stream()
                .filter(mail -> subject(mail).contains("[STEP-UP"))
                .toList();
        assertThat(referrals).hasSize(1);
        return referrals.get(0);
    }

    private static String subject(MimeMessage mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] attached(MimeMessage mail) throws Exception {
        assertThat(((Multipart) mail.getContent()).getCount()).isEqualTo(3);
        assertThat(part(mail, 2).getFileName()).isEqualTo("attachment-1.pdf");
        return part(mail, 2).getInputStream().readAllBytes();
    }

    private static BodyPart part(MimeMessage mail, int at) throws Exception {
        return ((Multipart) mail.getContent()).getBodyPart(at);
    }
}
