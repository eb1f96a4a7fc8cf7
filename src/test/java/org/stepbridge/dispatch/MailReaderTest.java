package org.stepbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Incoming;
import org.stepbridge.model.Reference;

class MailReaderTest {
    private static final String OURS = "<" + Fixtures.DELIVERY + "@stepbridge.borough.example>";
    private static final String FROM_MASH = "From: Mash Desk <mash@borough.example>\nTo: stepbridge@borough.example\n";

    private final MailReader reader = new MailReader(Fixtures.packs(Fixtures.pack()));

    @ParameterizedTest
    @CsvSource({
        "failed,5.1.1,FAILED",
        "delayed,4.4.1,DELAYED",
        "delivered,2.0.0,DELIVERED",
        "relayed,2.0.0,PASSED_ON",
        "expanded,2.0.0,PASSED_ON"
    })
    void aStatusReportSaysWhatBecameOfWhichMail(String action, String status, Incoming.Event event) throws Exception {
        assertThat(read(bounce(recipient(action, status), "message/rfc822", "Message-ID: " + OURS + "\n\nx")))
                .asInstanceOf(type(Incoming.StatusReport.class))
                .satisfies(report -> {
                    assertThat(report.event()).isEqualTo(event);
                    assertThat(report.status()).isEqualTo(status);
                    assertThat(report.about().deliveries()).containsExactly(Fixtures.DELIVERY);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: MAILER-DAEMON@mx.elsewhere.example\nReturn-Path: <>",
                "From: Mail Delivery System <Mailer-Daemon@elsewhere.example>\nAuto-Submitted: auto-replied",
                "From: postmaster@elsewhere.example",
                "From: somebody@elsewhere.example\nX-Failed-Recipients: mash@borough.example"
            })
    void whatAMailServerSaysInItsOwnWordsIsForAPersonToRead(String headers) throws Exception {
        assertThat(read(headers + "\nSubject: Undeliverable\nIn-Reply-To: " + OURS + "\n\nSorry, no such mailbox."))
                .asInstanceOf(type(Incoming.StatusReport.class))
                .satisfies(report -> {
                    assertThat(report.event()).isEqualTo(Incoming.Event.UNCLEAR);
                    assertThat(report.about().deliveries()).containsExactly(Fixtures.DELIVERY);
                });
    }

    @Test
    void aReportInAFormThatNobodyKnowsIsForAPersonToRead() throws Exception {
        assertThat(read(bounce(recipient("lost", "5.0.0"), "text/rfc822-headers", "Message-ID: " + OURS + "\n")))
                .asInstanceOf(type(Incoming.StatusReport.class))
                .matches(report -> report.event() == Incoming.Event.UNCLEAR);
    }

    @Test
    void ofSeveralRecipientsTheWorstCounts() throws Exception {
        String all = recipient("delivered", "2.0.0") + "\n" + recipient("failed (mailbox full)", "5.2.2");
        assertThat(read(bounce(all, "text/rfc822-headers", "Message-ID: " + OURS + "\n")))
                .asInstanceOf(type(Incoming.StatusReport.class))
                .matches(report -> report.event() == Incoming.Event.FAILED
                        && report.status().equals("5.2.2"));
    }

    @Test
    void aReportThatBringsNoMessageIdIsMatchedByOurReference() throws Exception {
        String returned = "Subject: URGENT [STEP-UP AGREED] BOR-2026-000123\n";
        assertThat(read(bounce(recipient("failed", "5.0.0"), "text/rfc822-headers", returned)))
                .asInstanceOf(type(Incoming.StatusReport.class))
                .satisfies(report ->
                        assertThat(report.about().references()).containsExactly(new Reference("BOR-2026-000123")));
    }

    @Test
    void aReplyIsMatchedByWhatItAnswersBeforeTheRestOfItsThread() throws Exception {
        String other = "<99999999-2222-3333-4444-555555555555@stepbridge.borough.example>";
        Incoming.Letter letter = letter(
                FROM_MASH + "Subject: RE: [STEP-UP AGREED] BOR-2026-000123\nIn-Reply-To: " + OURS + "\nReferences: "
                        + other + "\n <x@elsewhere.example> " + OURS + "\n\nThanks, we are looking into it.");
        assertThat(letter.about().deliveries())
                .extracting(Object::toString)
                .containsExactly(Fixtures.DELIVERY.toString(), "99999999-2222-3333-4444-555555555555");
        assertThat(letter.about().references()).containsExactly(new Reference("BOR-2026-000123"));
        assertThat(letter.allowedSender()).isTrue();
        assertThat(letter.automatic()).isFalse();
        assertThat(letter.outcome()).isEmpty();
        assertThat(letter.envelope().text()).contains("Mash Desk", "RE: [STEP-UP", "looking into it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<11111111-2222-3333-4444-555555555555@elsewhere.example>",
                "<not-a-uuid@stepbridge.borough.example>",
                "11111111-2222-3333-4444-555555555555"
            })
    void anotherProgramsMessageIdIsNotOurs(String id) throws Exception {
        Incoming.Letter letter =
                letter(FROM_MASH + "Subject: RE: LBX-2026-000123 1BOR-2026-0001234\nIn-Reply-To: " + id + "\n\nx");
        assertThat(letter.about()).isEqualTo(new Incoming.About(java.util.List.of(), java.util.List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated (rejected)",
                "Precedence: bulk",
                "X-Autoreply: yes",
                "Return-Path: <>"
            })
    void whatAProgramAnswersIsKnownAsSuch(String header) throws Exception {
        assertThat(letter(FROM_MASH + header + "\n\nI am away until Monday.").automatic())
                .isTrue();
    }

    @Test
    void aPersonsMailMaySayThatItIsOne() throws Exception {
        assertThat(letter(FROM_MASH + "Auto-Submitted: no\n\nx").automatic()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCEPTED|ACCEPTED|''",
                "'\n  ACCEPTED  \nThank you'|ACCEPTED|''",
                "REJECTED: below threshold|REJECTED|below threshold",
                "'REJECTED:\nbelow threshold,\nsee plan\n\nJo'|REJECTED|'below threshold, see plan'",
                "'REJECTED: too late\n> ACCEPTED'|REJECTED|too late"
            })
    void anOutcomeInTheAgreedFormIsRead(String text, Action.Said said, String rationale) throws Exception {
        assertThat(letter(FROM_MASH + "\n" + text).outcome()).contains(new Incoming.Stated(said, rationale));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accepted",
                "ACCEPTED, but phone first",
                "NOT ACCEPTED",
                "Dear all,\nACCEPTED",
                "> ACCEPTED",
                "REJECTED",
                "REJECTED:",
                "REJECTED:\n\nbecause",
                "This was ACCEPTED",
                ""
            })
    void anOutcomeIsNeverGuessed(String text) throws Exception {
        assertThat(letter(FROM_MASH + "\n" + text).outcome()).isEmpty();
    }

    @Test
    void aMailOfHtmlAloneIsShownWithoutItsMarksAndStatesNothing() throws Exception {
        Incoming.Letter letter = letter(FROM_MASH
                + "Content-Type: text/html; charset=UTF-8\n\n<html><script>evil()</script><p>ACCEPTED</p></html>");
        assertThat(letter.envelope().text()).contains("ACCEPTED").doesNotContain("<p>", "evil");
        assertThat(letter.outcome()).isEmpty();
    }

    @Test
    void aSenderOutsideTheAllowedDomainsIsKnownAsSuch() throws Exception {
        assertThat(letter("From: mash@evil.example\n\nACCEPTED").allowedSender())
                .isFalse();
        assertThat(letter("From: mash@borough.example, mash@evil.example\n\nACCEPTED")
                        .allowedSender())
                .isFalse();
        assertThat(letter("From: mash@evil.example <mash@evil.example>\n\nACCEPTED")
                        .allowedSender())
                .isFalse();
    }

    @Test
    void theSameMailHasTheSameKeyAndAnotherAnother() throws Exception {
        assertThat(read(FROM_MASH + "\nx").envelope().key())
                .isEqualTo(read(FROM_MASH + "\nx").envelope().key());
        assertThat(read(FROM_MASH + "\nx").envelope().key())
                .isNotEqualTo(read(FROM_MASH + "\ny").envelope().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "From: @@@\nContent-Type: multipart/mixed\n\nno boundary",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n\u0001\n--b--",
                "Content-Type: text/plain; charset=nonsense\n\n\u0000\u00ff",
                "Content-Transfer-Encoding: base64\n\n!!!",
                "Subject: =?nonsense?Q?=zz?=\n\nx"
            })
    void aMailThatIsBrokenIsAnAnswerAndNoFailure(String mail) throws Exception {
        Incoming read = read(mail);
        assertThat(read).isInstanceOfAny(Incoming.Unreadable.class, Incoming.Letter.class, Incoming.StatusReport.class);
        assertThat(read instanceof Incoming.StatusReport report && report.event() != Incoming.Event.UNCLEAR)
                .isFalse();
        assertThat(read.envelope().text()).doesNotContain("\u0000");
    }

    private Incoming.Letter letter(String mail) throws Exception {
        return (Incoming.Letter) read(mail);
    }

    private Incoming read(String mail) throws Exception {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return reader.read("borough", new MimeMessage(MailReader.NO_SESSION, new ByteArrayInputStream(bytes)));
    }

    private static String recipient(String action, String status) {
        return "Final-Recipient: rfc822; mash@borough.example\nAction: " + action + "\nStatus: " + status + "\n";
    }

    private static String bounce(String recipients, String type, String returned) {
        return "From: MAILER-DAEMON@borough.example\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n"
                + "--b\nContent-Type: text/plain\n\nIt is not delivered.\n"
                + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.borough.example\n\n"
                + recipients
                + "\n--b\nContent-Type: " + type + "\n\n" + returned + "\n--b--\n";
    }
}
