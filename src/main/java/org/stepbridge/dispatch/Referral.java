package org.stepbridge.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Document;
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
            String name,
            @Nullable String type,
            @Nullable Long bytes,
            boolean attached,
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String file) {
        /** @param number its place among the documents that the record names, from 1 */
        static Attachment of(int number, Document document) {
            return document.attached()
                    ? new Attachment(
                            document.name(),
                            document.type(),
                            (long) document.content().length,
                            true,
                            "",
                            "attachment-" + number + "." + document.extension())
                    : new Attachment(document.name(), null, null, false, document.reason(), null);
        }
    }

    static Referral of(Parcel.Item item, Agreement agreement, Pack pack, List<Document> documents) {
        Request request = item.request();
        Details details = request.details();
        return new Referral(
                Json.SCHEMA_VERSION,
                item.reference().value(),
                request.authority().name(),
                request.sourceId(),
                agreement.word(),
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
                IntStream.range(0, documents.size())
                        .mapToObj(i -> Attachment.of(i + 1, documents.get(i)))
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
