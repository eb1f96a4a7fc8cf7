package org.stepbridge.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.stepbridge.casework.Document;
import org.stepbridge.casework.Mailboxes;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Parcel;

/** Composes the emails of the outer contract, §5. No value of an export reaches a header but a checked address. */
final class MailComposer {
    private final Templates templates;
    private final Clock clock;
    private final Mailboxes mailboxes;

    MailComposer(Templates templates, Clock clock, Mailboxes mailboxes) {
        this.templates = templates;
        this.clock = clock;
        this.mailboxes = mailboxes;
    }

    /** The email to MASH: its facts as text, as a page and as a file, and the documents that can travel with it. */
    MimeMessage referral(Parcel parcel, Pack pack, List<Document> documents) {
        Parcel.Item item = parcel.item();
        Agreement agreement = Agreement.of(item, pack);
        Referral referral = Referral.of(item, agreement, pack, documents);
        boolean repliesRead = mailboxes.read(parcel.authority());
        Map<String, Object> words = new HashMap<>(Words.ofReferral(parcel, referral, agreement, pack));
        words.put("repliesRead", repliesRead);
        MimeBody text = MimeBody.text(
                "plain", templates.text(pack, parcel.template()).body().execute(words));
        MimeBody page =
                MimeBody.text("html", templates.html(pack, parcel.template()).execute(words));
        MimeBody file = MimeBody.json(Json.write(referral));
        MimeBody both = MimeBody.multipart(
                "alternative", parcel.id(), new MimeBody.Part(text, ""), new MimeBody.Part(page, ""));
        List<MimeBody.Part> parts = new ArrayList<>();
        parts.add(new MimeBody.Part(both, ""));
        parts.add(new MimeBody.Part(file, "referral-" + item.reference() + ".json"));
        for (int i = 0; i < documents.size(); i++) {
            String name = referral.attachments().get(i).file();
            if (name != null) {
                Document document = documents.get(i);
                parts.add(new MimeBody.Part(MimeBody.file(document.type(), document.content()), name));
            }
        }
        MimeBody body = MimeBody.multipart("mixed", parcel.id(), parts.toArray(MimeBody.Part[]::new));
        String subject = agreement.subject() + " " + item.reference();
        try {
            ComposedMail mail = new ComposedMail(parcel, pack, clock.instant())
                    .about(referral.urgent() ? "URGENT " + subject : subject)
                    .important(referral.urgent())
                    .answersTo(
                            referral.raisedBy().email(),
                            repliesRead ? pack.mail().from() : "")
                    .with(body);
            mail.setNotifyOptions(SMTPMessage.NOTIFY_SUCCESS | SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException("the email about " + item.reference() + " could not be composed", e);
        }
    }

    /** A notice: plain text, its subject from the template. */
    MimeMessage notice(Parcel parcel, Pack pack) {
        Map<String, Object> words =
                parcel.items().isEmpty() ? Words.ofNoRequest(parcel, pack) : Words.ofNotice(parcel, pack);
        Templates.Letter letter = templates.text(pack, parcel.template());
        String subject = letter.subject().execute(words);
        try {
            ComposedMail mail = new ComposedMail(parcel, pack, clock.instant())
                    .about(subject.isBlank() ? parcel.reference() : subject)
                    .important(parcel.urgent())
                    .with(MimeBody.text("plain", letter.body().execute(words)));
            // RFC 3834: keeps an absence notice from answering this one.
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setNotifyOptions(SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException("the notice about " + parcel.reference() + " could not be composed", e);
        }
    }
}
