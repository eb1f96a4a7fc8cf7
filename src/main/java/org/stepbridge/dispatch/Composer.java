package org.stepbridge.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Document;
import org.stepbridge.casework.Documents;
import org.stepbridge.casework.Letters;
import org.stepbridge.casework.Mailboxes;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Parcel;

/** Turns a parcel into what its channel carries. The same parcel always makes the same delivery. */
@Component("composer")
public final class Composer implements Letters {
    private final Packs packs;
    private final Documents documents;
    private final MailComposer mail;

    Composer(Packs packs, Documents documents, Mailboxes mailboxes, Clock clock) {
        this.packs = packs;
        this.documents = documents;
        this.mail = new MailComposer(new Templates(), clock, mailboxes);
    }

    /**
     * The bytes of a file, the JSON text of a hub message, or a {@link jakarta.mail.internet.MimeMessage} ready to send.
     *
     * @throws IllegalArgumentException if the parcel's authority is no longer live, its pack has lost the template or a
     *     recipient is not a plain address; nothing can have left then
     */
    public Object compose(Parcel parcel) {
        return compose(parcel, documents::of);
    }

    @Override
    public String source(Parcel parcel) {
        Object composed = compose(parcel, documents::known);
        if (composed instanceof MimeMessage message) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                message.writeTo(bytes);
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException("the email of delivery " + parcel.id() + " could not be written", e);
            }
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }
        return String.valueOf(composed);
    }

    private Object compose(Parcel parcel, Function<Parcel, List<Document>> attached) {
        Pack pack = packs.of(parcel.authority());
        return switch (parcel.channel()) {
            case LCS_RETURNS, EHM_RETURNS, ALLOCATIONS, RECORDINGS_LCS, RECORDINGS_EHM, AGENDAS ->
                Csv.compose(parcel, pack.zone());
            case HUB -> HubMessage.of(parcel.item(), pack).json();
            case MASH_EMAIL -> mail.referral(parcel, pack, attached.apply(parcel));
            case NOTICE_EMAIL -> mail.notice(parcel, pack);
        };
    }
}
