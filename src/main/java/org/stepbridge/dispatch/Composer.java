package org.stepbridge.dispatch;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Documents;
import org.stepbridge.casework.Mailboxes;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Parcel;

/** Turns a parcel into what its channel carries. The same parcel always makes the same delivery. */
@Component("composer")
public final class Composer {
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
        Pack pack = packs.of(parcel.authority());
        return switch (parcel.channel()) {
            case LCS_RETURNS, EHM_RETURNS, ALLOCATIONS, RECORDINGS_LCS, RECORDINGS_EHM ->
                Csv.compose(parcel, pack.zone());
            case HUB -> HubMessage.of(parcel.item(), pack).json();
            case MASH_EMAIL -> mail.referral(parcel, pack, documents.of(parcel));
            case NOTICE_EMAIL -> mail.notice(parcel, pack);
        };
    }
}
