package org.stepbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepbridge.dispatch.Fixtures.coWorking;
import static org.stepbridge.dispatch.Fixtures.item;
import static org.stepbridge.dispatch.Fixtures.stepUp;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.casework.Document;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Request;

class MailComposerTest {
    private final MailComposer composer =
            new MailComposer(new Templates(), Clock.fixed(Fixtures.DECIDED, ZoneOffset.UTC), authority -> false);

    @Test
    void aReferralIsTextAndPageWithTheSameFactsAndThenTheFile() throws Exception {
        MimeMessage mail = sent(composer.referral(Fixtures.referral(stepUp(), false), Fixtures.pack(), List.of()));
        Multipart mixed = (Multipart) mail.getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(2);
        Multipart both = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(both.getBodyPart(1).isMimeType("text/html")).isTrue();
        List<String> asText = facts(both.getBodyPart(0), "(?m)^([^:\n]+(?:: (?:role|email))?): ");
        List<String> asPage = facts(both.getBodyPart(1), "<dt>([^<]+)</dt>");
        assertThat(asText).isEqualTo(asPage).contains("Concerns", "Agreement", "Surname");

        BodyPart file = mixed.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("referral-BOR-2026-000123.json");
        assertThat(file.getContentType()).startsWith("application/json");
        String json = new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(Schema.problems("mash-referral", json)).isEmpty();
        assertThat(json)
                .contains(
                        "\"agreement\":\"STEP-UP\"",
                        "\"agreedWith\":{\"name\":\"Helen Marsh\",\"role\":\"Team Manager\","
                                + "\"at\":\"2026-07-01T08:00:00+01:00\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "STEP-UP,   Helen Marsh, false, [STEP-UP AGREED] BOR-2026-000123",
        "RE-SCREEN, Helen Marsh, false, [RE-SCREEN AGREED] BOR-2026-000123",
        "STEP-UP,   Helen Marsh, true,  URGENT [STEP-UP AGREED] BOR-2026-000123",
        "STEP-UP,   '',          true,  URGENT [STEP-UP NOT YET AGREED] BOR-2026-000123",
        "maybe,     Helen Marsh, true,  URGENT [STEP-UP NOT YET AGREED] BOR-2026-000123"
    })
    void theSubjectSaysWhatWasAgreedAndNeverWhoTheChildIs(String agreement, String with, boolean urgent, String subject)
            throws Exception {
        Request request = stepUp("agreement", agreement, "agreedWith", with);
        MimeMessage mail = sent(composer.referral(Fixtures.referral(request, urgent), Fixtures.pack(), List.of()));
        assertThat(mail.getSubject()).isEqualTo(subject);
        assertThat(mail.getHeader("Importance")).isEqualTo(urgent ? new String[] {"high"} : null);
    }

    @Test
    void theHeadersAreTheDeliverysOwnAndStayTheSameAtEveryTry() throws Exception {
        for (int attempt = 0; attempt < 2; attempt++) {
            MimeMessage mail = sent(composer.referral(Fixtures.referral(stepUp(), false), Fixtures.pack(), List.of()));
            assertThat(mail.getMessageID())
                    .isEqualTo("<11111111-2222-3333-4444-555555555555@stepbridge.borough.example>");
            assertThat(mail.getHeader("X-Stepbridge-Reference")).containsExactly("BOR-2026-000123");
            assertThat(mail.getHeader("Date")).containsExactly("Wed, 1 Jul 2026 09:30:00 +0100");
            assertThat(mail.getSentDate()).isEqualTo(Fixtures.DECIDED);
            assertThat(mail.getHeader("Reply-To")).containsExactly("nia.pryce@borough.example");
            assertThat(mail.getHeader("From")).containsExactly("stepbridge@borough.example");
            assertThat(mail.getHeader("To")).containsExactly("mash@borough.example");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nia@borough.example\r\nBcc: thief@evil.example",
                "nia@borough.example, thief@evil.example",
                "\"nia\nX: y\"@borough.example",
                "nia@elsewhere.example",
                "nia",
                ""
            })
    void aRaisersAddressThatIsNotPlainAndAllowedIsNoReplyAddress(String address) throws Exception {
        MimeMessage mail = sent(composer.referral(
                Fixtures.referral(stepUp("raisedByEmail", address), false), Fixtures.pack(), List.of()));
        assertThat(mail.getHeader("Reply-To")).isNull();
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@borough.example\r\nBcc: b@evil.example", "a b@borough.example", "a@b@c", "", "ü@x.example"})
    void aRecipientThatIsNotAPlainAddressIsRefusedWithoutBeingQuoted(String address) {
        Parcel parcel =
                Fixtures.mail(Channel.NOTICE_EMAIL, "returned", item(coWorking(), new Outcome.Returned()), address);
        assertThatThrownBy(() -> composer.notice(parcel, Fixtures.pack()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("recipient 1 is not a plain address")
                .hasMessageNotContaining("evil");
    }

    @Test
    void noTextOfAnExportCreatesAHeader() throws Exception {
        String nasty = "x\r\nBcc: thief@evil.example\r\n\r\nbody\u0000\u0085\u2028Cc: other@evil.example";
        Pack pack = Fixtures.pack(
                Map.of("returned.txt", "Subject: Returned {{workerName}}\n\nTo {{workerName}}: {{sourceId}}"));
        Parcel parcel = Fixtures.mail(
                Channel.NOTICE_EMAIL,
                "returned",
                item(coWorking("socialWorker", nasty), new Outcome.Returned()),
                "jo@borough.example");
        MimeMessage mail = sent(composer.notice(parcel, pack));
        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(header -> header.getName())
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding",
                        "X-Stepbridge-Reference",
                        "Auto-Submitted");
        assertThat(mail.getSubject()).isEqualTo("Returned x Bcc: thief@evil.example body Cc: other@evil.example");
    }

    @Test
    void aNoticeIsPlainTextThatTellsWhyButNotWhoTheChildIs() throws Exception {
        Pack pack = Fixtures.pack(Map.of(
                "returned.txt",
                "Subject: Returned: {{reference}}\r\n\r\nDear {{workerName}},\r\n{{#reasons}}{{text}} ({{clause}})\r\n"
                        + "{{/reasons}}{{#facts}}{{label}}: {{value}}\r\n{{/facts}}{{missing}}"));
        MimeMessage mail = sent(composer.notice(
                Fixtures.mail(
                        Channel.NOTICE_EMAIL,
                        "returned",
                        item(coWorking(), new Outcome.Returned()),
                        "jo@borough.example",
                        "helen@borough.example"),
                pack));
        assertThat(mail.getSubject()).isEqualTo("Returned: BOR-2026-000123");
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(mail.getContent().toString()).isEqualTo("""
                        Dear Jo Bright,\r
                        This is why. (BOR-1)\r
                        Request: Co-working request\r
                        ID in Liquidlogic: TR1\r
                        Raised: 5 January 2026 at 9:00am\r
                        """);
    }

    @Test
    void aPageEscapesWhatTheExportSays() throws Exception {
        Request request = stepUp("concerns", "<script>alert(1)</script> & \"more\"");
        MimeMessage mail = sent(composer.referral(Fixtures.referral(request, false), Fixtures.pack(), List.of()));
        Multipart both =
                (Multipart) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
        assertThat(both.getBodyPart(1).getContent().toString())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;")
                .doesNotContain("<script>");
        assertThat(both.getBodyPart(0).getContent().toString()).contains("<script>alert(1)</script> & \"more\"");
    }

    @Test
    void aTemplateReachesValuesAndNoJavaMethod() throws Exception {
        Pack pack = Fixtures.pack(Map.of(
                "returned.txt",
                "Subject: S\n\n[{{reference.class}}{{reference.length}}{{facts.size}}{{class}}{{hashCode}}]"));
        MimeMessage mail = sent(composer.notice(
                Fixtures.mail(
                        Channel.NOTICE_EMAIL,
                        "returned",
                        item(coWorking(), new Outcome.Returned()),
                        "jo@borough.example"),
                pack));
        assertThat(mail.getContent().toString()).isEqualTo("[]");
    }

    @Test
    void noLineIsTooLongForARelayAndEveryByteIsAscii() throws Exception {
        Request request = stepUp("concerns", "Zoë ".repeat(2000));
        byte[] raw = raw(composer.referral(Fixtures.referral(request, false), Fixtures.pack(), List.of()));
        for (String line : new String(raw, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            assertThat(line.length()).isLessThan(998);
            assertThat(line.chars()).allMatch(c -> c < 128 && (c >= ' ' || c == '\t'));
        }
    }

    @Test
    void documentsTravelUnderANameOfOursAndTheOthersAreListedWithTheReason() throws Exception {
        byte[] plan = new byte[100_000];
        new java.util.Random(1).nextBytes(plan);
        List<Document> documents = List.of(
                Document.leftOut("O'Neill \"chronology\".exe", "It is of no type that is passed on."),
                new Document("Plan for\r\nBcc: x@example.com.pdf", "application/pdf", "pdf", plan, ""));

        MimeMessage mail = sent(composer.referral(Fixtures.referral(stepUp(), false), Fixtures.pack(), documents));

        Multipart mixed = (Multipart) mail.getContent();
        assertThat(mixed.getCount()).isEqualTo(3);
        BodyPart attached = mixed.getBodyPart(2);
        assertThat(attached.getFileName()).isEqualTo("attachment-2.pdf");
        assertThat(attached.getContentType()).startsWith("application/pdf");
        assertThat(attached.getInputStream().readAllBytes()).isEqualTo(plan);
        assertThat(mail.getHeader("Bcc")).isNull();
        String json = new String(mixed.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(Schema.problems("mash-referral", json)).isEmpty();
        assertThat(json)
                .contains(
                        "\"type\":null,\"bytes\":null,\"attached\":false,\"reason\":\"It is of no type that is passed on.\"}",
                        "\"bytes\":100000,\"attached\":true,\"reason\":\"\",\"file\":\"attachment-2.pdf\"}");
        assertThat(readable(mixed.getBodyPart(0).getContent()))
                .contains(
                        "Document not attached: O'Neill \"chronology\".exe: It is of no type that is passed on.",
                        "as attachment-2.pdf");
    }

    @Test
    void aTemplateThatThePackHasLostIsNamed() {
        assertThatThrownBy(
                        () -> composer.referral(Fixtures.referral(stepUp(), false), Fixtures.pack(Map.of()), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages/mash-referral.txt");
    }

    private static List<String> facts(BodyPart part, String pattern) throws MessagingException, IOException {
        String content = part.getContent().toString().replace("\r\n", "\n");
        return java.util.regex.Pattern.compile(pattern)
                .matcher(content)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static byte[] raw(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }

    /** All the text of a message, decoded. */
    static String readable(MimeMessage mail) throws MessagingException, IOException {
        return readable(sent(mail).getContent());
    }

    private static String readable(Object content) throws MessagingException, IOException {
        if (!(content instanceof Multipart parts)) {
            return content instanceof java.io.InputStream bytes
                    ? new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    : content.toString();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
            text.append(readable(parts.getBodyPart(i).getContent())).append('\n');
        }
        return text.toString();
    }

    /** The message as its receiver reads it. */
    private static MimeMessage sent(MimeMessage mail) throws MessagingException, IOException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw(mail)));
    }

    @Test
    void aRaisersAddressThatIsNotAllowedIsShownAsLeftOut() throws Exception {
        MimeMessage mail = composer.referral(
                Fixtures.referral(stepUp("raisedByEmail", "nia@elsewhere.example"), false), Fixtures.pack(), List.of());

        Multipart both =
                (Multipart) ((Multipart) sent(mail).getContent()).getBodyPart(0).getContent();
        assertThat(both.getBodyPart(0).getContent().toString())
                .contains("Raised by: email: left out: outside the allowed domains")
                .doesNotContain("elsewhere");
    }

    @Test
    void whereRepliesAreReadTheyAreAskedForThereToo() throws Exception {
        MailComposer read = new MailComposer(
                new Templates(), Clock.fixed(Fixtures.DECIDED, ZoneOffset.UTC), Fixtures.BOROUGH::equals);
        Pack pack = Fixtures.pack(
                Map.of("mash-referral.txt", "{{#repliesRead}}ACCEPTED{{/repliesRead}}", "mash-referral.html", ""));

        MimeMessage mail = sent(read.referral(Fixtures.referral(stepUp(), false), pack, List.of()));

        assertThat(mail.getReplyTo())
                .extracting(Object::toString)
                .containsExactly("nia.pryce@borough.example", "stepbridge@borough.example");
        assertThat(readable(mail)).contains("ACCEPTED");
        assertThat(readable(sent(composer.referral(Fixtures.referral(stepUp(), false), pack, List.of()))))
                .doesNotContain("ACCEPTED");
    }

    @Test
    void aRecipientOutsideTheDomainsThatAreAllowedByNowIsRefused() {
        Parcel parcel = Fixtures.mail(
                Channel.MASH_EMAIL,
                "mash-referral",
                Fixtures.item(stepUp(), new Outcome.ForMash(false)),
                "mash@borough.example",
                "mash@elsewhere.example");

        assertThatThrownBy(() -> composer.referral(parcel, Fixtures.pack(), List.of()))
                .hasMessage("recipient 2 is outside the allowed domains: correct the directory and resend it");
    }
}
