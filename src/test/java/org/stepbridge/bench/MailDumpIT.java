package org.stepbridge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailDumpIT {
    @TempDir
    private Path folder;

    @Test
    void theIdIsFoundInAnAttachmentThatIsEncoded() throws Exception {
        write("one.eml", """
                Return-Path: <early-help@borough.example>
                Content-Type: multipart/mixed; boundary=edge

                --edge
                Content-Type: text/plain

                Please see the attachment.
                --edge
                Content-Type: application/json
                Content-Transfer-Encoding: base64

                eyJzdGVwVXBJZCI6ICJTVTEwMDAwMDEifQ==
                --edge--
                """);
        assertThat(MailDump.stepUpIds(folder)).containsExactly("SU1000001");
    }

    @Test
    void manyMailsInOneFileAreToldApartByTheSinksFirstLine() throws Exception {
        write("m.1", """
                X-Client-Addr: 127.0.0.1
                Subject: first

                {"stepUpId":"SU1"}

                X-Client-Addr: 127.0.0.1
                Subject: second

                {"stepUpId":"SU2"}
                """);
        assertThat(MailDump.stepUpIds(folder)).containsExactly("SU1", "SU2");
    }

    @Test
    void aMailThatIsNotForMashHasNoId() throws Exception {
        write("notice.eml", "Subject: returned\n\nThe request ROT-2026-000001 was returned.\n");
        assertThat(MailDump.stepUpIds(folder)).isEmpty();
    }

    private void write(String name, String mails) throws Exception {
        Files.writeString(folder.resolve(name), mails);
    }
}
