package org.stepbridge.dispatch;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Parcel;

/** Composes the emails of the outer contract, §5. No value of an export reaches a header but a checked address. */
final class MailComposer {
    private final Templates templates;
    private final Clock clock;

    MailComposer(Templates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /** The email to MASH: its facts as text, as a page and as a file. */
    MimeMessage referral(Parcel parcel, Pack pack) {
        Parcel.Item item = parcel.item();
        boolean urgent = Words.urgent(item);
        Map<String, Object> words = Words.ofReferral(parcel, pack);
        String text = templates.text(pack, parcel.template()).body().execute(words);
        String page = templates.html(pack, parcel.template()).execute(words);
        String file = Json.write(Referral.of(item, pack));
        String subject = (urgent ? "URGENT " : "") + Agreement.of(item, pack).subject() + " " + item.reference();
        try {
            ComposedMail mail = addressed(parcel, pack, subject, urgent);
            mail.setNotifyOptions(SMTPMessage.NOTIFY_SUCCESS | SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
            String raiser = Addresses.allowedOrEmpty(item.request().details().text("raisedByEmail"), pack);
            if (!raiser.isEmpty()) {
                mail.setReplyTo(new InternetAddress[] {Addresses.plain(raiser, "the raiser")});
            }
            MimeBodyPart both = new MimeBodyPart();
            both.setContent(new MimeMultipart("alternative", Parts.text(text, "plain"), Parts.text(page, "html")));
            mail.setContent(
                    new MimeMultipart("mixed", both, Parts.json(file, "referral-" + item.reference() + ".json")));
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException("the email about " + item.reference() + " could not be composed", e);
        }
    }

    /** A notice: plain text, its subject from the template. */
    MimeMessage notice(Parcel parcel, Pack pack) {
        Map<String, Object> words = Words.ofNotice(parcel, pack);
        Templates.Letter letter = templates.text(pack, parcel.template());
        String subject = Parts.oneLine(letter.subject().execute(words));
        try {
            ComposedMail mail = addressed(
                    parcel, pack, subject.isEmpty() ? parcel.item().reference().value() : subject, parcel.urgent());
            mail.setNotifyOptions(SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
            // RFC 3834: keeps an absence notice from answering this one.
            mail.setHeader("Auto-Submitted", "auto-generated");
            Parts.setText(mail, letter.body().execute(words), "plain");
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException(
                    "the notice about " + parcel.item().reference() + " could not be composed", e);
        }
    }

    private ComposedMail addressed(Parcel parcel, Pack pack, String subject, boolean urgent) throws MessagingException {
        ComposedMail mail = new ComposedMail(parcel, pack.mail().domain());
        mail.setFrom(Addresses.plain(pack.mail().from(), "the sender"));
        mail.setRecipients(Message.RecipientType.TO, Addresses.plain(parcel.recipients()));
        mail.setSubject(subject, "UTF-8");
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("X-Stepbridge-Reference", parcel.item().reference().value());
        // A status report must not carry the child's record back through other people's servers.
        mail.setReturnOption(SMTPMessage.RETURN_HDRS);
        if (urgent) {
            mail.setHeader("Importance", "high");
            mail.setHeader("X-Priority", "1");
        }
        return mail;
    }
}
