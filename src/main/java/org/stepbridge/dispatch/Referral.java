package org.stepbridge.dispatch;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Details;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Request;

/** The file that an email to MASH carries (outer contract, §5; {@code mappings/schema/mash-referral.schema.json}). */
record Referral(
        String schemaVersion,
        String reference,
        String authority,
        String stepUpId,
        String agreement,
        boolean urgent,
        @Nullable String raisedAt,
        RaisedBy raisedBy,
        AgreedWith agreedWith,
        Json.Person child,
        String locality,
        String levelOfNeed,
        String concerns,
        ImmediateSafety immediateSafety,
        Parents parents,
        List<Attachment> attachments,
        List<Json.Flag> flags) {

    record RaisedBy(String name, String role, String email) {}

    record AgreedWith(String name, String role, @Nullable String at) {}

    record ImmediateSafety(String flag, @Nullable String phonedMashAt) {}

    record Parents(String informed, String reasonNotInformed) {}

    record Attachment(
            String name, @Nullable String type, @Nullable Long bytes, boolean attached, String reason) {
        static Attachment leftOut(String name) {
            return new Attachment(
                    name, null, null, false, "This version does not attach documents. Ask the sender for it.");
        }
    }

    static Referral of(Parcel.Item item, Pack pack) {
        Request request = item.request();
        Details details = request.details();
        return new Referral(
                Json.SCHEMA_VERSION,
                item.reference().value(),
                request.authority().name(),
                request.sourceId(),
                Agreement.of(item, pack).word(),
                urgent(item),
                Times.offset(request.requestedAt(), pack.zone()),
                new RaisedBy(
                        details.text("raisedBy"),
                        details.text("raisedByRole"),
                        Addresses.allowedOrEmpty(details.text("raisedByEmail"), pack)),
                new AgreedWith(
                        details.text("agreedWith"),
                        details.text("agreedWithRole"),
                        time(details.text("agreedAt"), pack)),
                Json.Person.of(request.child()),
                request.locality(),
                details.text("levelOfNeed"),
                details.text("concerns"),
                new ImmediateSafety(details.text("immediateSafety"), time(details.text("phonedMashAt"), pack)),
                new Parents(details.text("parentsInformed"), details.text("reasonNotInformed")),
                Arrays.stream(details.text("attachments").split("\\|"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(Attachment::leftOut)
                        .toList(),
                Json.Flag.of(item.decision().flags()));
    }

    /** Whether a child's immediate safety is at stake or that cannot be ruled out. */
    static boolean urgent(Parcel.Item item) {
        return item.decision().outcome() instanceof Outcome.ForMash mash && mash.urgent();
    }

    private static @Nullable String time(String text, Pack pack) {
        return Times.offset(Times.read(text, pack.zone()), pack.zone());
    }

    @Override
    public String toString() {
        return "Referral[" + reference + "]";
    }
}
