package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.CaughtMails.MailLine;

class MailPageTest extends PagesTest {
    static final String SOURCE = String.join(
            "\r\n",
            "From: Stepbridge <stepbridge@borough.example>",
            "To: mash@borough.example",
            "Subject: [STEP-UP AGREED] ROT-2026-000123",
            "Message-ID: <0f1e@stepbridge.borough.example>",
            "X-Stepbridge-Reference: ROT-2026-000123",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=outer",
            "",
            "--outer",
            "Content-Type: multipart/alternative; boundary=inner",
            "",
            "--inner",
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "Both managers agreed a step-up =E2=80=93 see the referral.",
            "--inner",
            "Content-Type: text/html; charset=UTF-8",
            "",
            "<p>Both managers agreed.</p>",
            "--inner--",
            "--outer",
            "Content-Type: application/json; name=referral-ROT-2026-000123.json",
            "Content-Disposition: attachment; filename=referral-ROT-2026-000123.json",
            "Content-Transfer-Encoding: base64",
            "",
            "eyJyZWZlcmVuY2UiOiJST1QtMjAyNi0wMDAxMjMifQ==",
            "--outer--",
            "");

    static MailLine line(String id) {
        return new MailLine(
                id,
                PagesApp.NOW.minus(Duration.ofMinutes(4)),
                List.of("mash@borough.example"),
                "[STEP-UP AGREED] ROT-2026-000123");
    }

    @Test
    void mailIsListedNewestFirst() {
        mails.add(line("first"), SOURCE);
        mails.add(line("second"), SOURCE);

        assertThat(html("/mail")).containsSubsequence("href=\"/mail/second\"", "href=\"/mail/first\"");
        assertThat(words("/mail")).contains("[STEP-UP AGREED] ROT-2026-000123 mash@borough.example 4 minutes ago");
    }

    @Test
    void aMailIsShownAsItsReaderSeesIt() {
        mails.add(line("one"), SOURCE);

        assertThat(words("/mail/one"))
                .contains("To mash@borough.example", "Message-ID &lt;0f1e@stepbridge.borough.example&gt;")
                .contains("Both managers agreed a step-up – see the referral.")
                .contains("referral-ROT-2026-000123.json (application/json, 31 bytes)")
                .contains("{&quot;reference&quot;:&quot;ROT-2026-000123&quot;}");
    }

    @Test
    void theMarkupOfAMailNeverRuns() {
        mails.add(line("one"), SOURCE.replace("Both managers", "<script>alert(1)</script>"));

        assertThat(html("/mail/one")).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void aMailThatIsNoMailIsShownAsItsSource() {
        mails.add(line("odd"), "Content-Type: multipart/mixed\r\n\r\nno boundary anywhere");

        assertThat(words("/mail/odd")).contains("no boundary anywhere");
    }

    @Test
    void aMailThatIsNotThereIsNotFound() {
        assertThat(get("/mail/none")).hasStatus(404);
    }
}
