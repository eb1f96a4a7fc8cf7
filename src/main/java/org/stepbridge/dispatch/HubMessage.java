package org.stepbridge.dispatch;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Considered;
import org.stepbridge.model.Details;
import org.stepbridge.model.Request;
import org.stepbridge.model.Span;
import org.stepbridge.model.Verdict;

/** The message to the evidence based hub (outer contract, §4; {@code mappings/schema/hub-request.schema.json}). */
record HubMessage(
        String schemaVersion,
        String reference,
        String authority,
        String transferId,
        String programme,
        Json.Person child,
        String locality,
        @Nullable String requestedAt,
        RequestedBy requestedBy,
        String workRequired,
        String desiredOutcomes,
        @Nullable Evidence evidence,
        List<Json.Flag> flags) {

    record RequestedBy(String name, String email, String team, String teamManager) {}

    record Evidence(String noteId, @Nullable String noteDate, String author, String agreedText) {}

    static HubMessage of(Parcel.Item item, Pack pack) {
        Request request = item.request();
        Details details = request.details();
        return new HubMessage(
                Json.SCHEMA_VERSION,
                item.reference().value(),
                request.authority().name(),
                request.sourceId(),
                details.text("programme"),
                Json.Person.of(request.child()),
                request.locality(),
                Times.offset(request.requestedAt(), pack.zone()),
                new RequestedBy(
                        details.text("socialWorker"),
                        Addresses.allowedOrEmpty(details.text("socialWorkerEmail"), pack),
                        details.text("team"),
                        details.text("teamManager")),
                details.text("workRequired"),
                details.text("desiredOutcomes"),
                evidence(item.decision().evidence()),
                Json.Flag.of(item.decision().flags()));
    }

    String json() {
        return Json.write(this);
    }

    private static @Nullable Evidence evidence(@Nullable Verdict verdict) {
        if (!(verdict instanceof Verdict.Evidenced evidenced)) {
            return null;
        }
        Considered note = evidenced.note();
        return new Evidence(
                note.noteId(),
                note.date() == null ? null : note.date().toString(),
                note.author(),
                note.spans().stream().map(Span::words).collect(joining(" … ")));
    }

    @Override
    public String toString() {
        return "HubMessage[" + reference + "]";
    }
}
