package org.stepbridge.bench;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The texts that go out: rows of the two files, the hub's message, the referral to MASH. */
final class FloorLetters {
    static final List<String> RETURN_HEADER = List.of(
            "Reference",
            "TransferID",
            "TransferType",
            "LCSPersonID",
            "EHMPersonID",
            "ReturnedAt",
            "ReasonCode",
            "Reason",
            "Clause",
            "SocialWorker",
            "SocialWorkerEmail",
            "TeamManager");
    static final List<String> ALLOCATION_HEADER = List.of(
            "Reference",
            "TransferID",
            "TransferType",
            "LCSPersonID",
            "EHMPersonID",
            "Tray",
            "AcceptedAt",
            "NoteID",
            "WorkRequired",
            "DesiredOutcomes");

    private static final Map<String, Integer> TRANSFER = places(FloorExport.TRANSFERS);
    private static final Map<String, Integer> STEP_UP = places(FloorExport.STEP_UPS);
    private static final JsonFactory JSON = new JsonFactory();

    private FloorLetters() {}

    private static Map<String, Integer> places(List<String> columns) {
        return IntStream.range(0, columns.size()).boxed().collect(Collectors.toMap(columns::get, at -> at));
    }

    static String transfer(FloorRequest request, String column) {
        return cell(request, TRANSFER, column);
    }

    private static String cell(FloorRequest request, Map<String, Integer> places, String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("There is no column " + column);
        }
        return request.fields().get(place);
    }

    static List<String> returned(FloorRequest request, String now) {
        return List.of(
                request.id(),
                request.id(),
                transfer(request, "TransferType"),
                transfer(request, "LCSPersonID"),
                transfer(request, "EHMPersonID"),
                now,
                "evidence-of-discussion-required",
                "No general note of the discussion was found",
                "",
                transfer(request, "SocialWorker"),
                transfer(request, "SocialWorkerEmail"),
                transfer(request, "TeamManager"));
    }

    static List<String> allocation(FloorRequest request, String now) {
        return List.of(
                request.id(),
                request.id(),
                transfer(request, "TransferType"),
                transfer(request, "LCSPersonID"),
                transfer(request, "EHMPersonID"),
                transfer(request, "Locality"),
                now,
                String.valueOf(request.noteId()),
                transfer(request, "WorkRequired"),
                transfer(request, "DesiredOutcomes"));
    }

    static String hubMessage(FloorRequest request) {
        StringWriter text = new StringWriter(1500);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("transferId", request.id());
            json.writeStringProperty("programme", transfer(request, "Programme"));
            json.writeObjectPropertyStart("child");
            child(json, request, TRANSFER);
            json.writeEndObject();
            json.writeStringProperty("locality", transfer(request, "Locality"));
            json.writeStringProperty("requestedAt", FloorDates.iso(transfer(request, "RequestedAt")));
            json.writeObjectPropertyStart("requestedBy");
            json.writeStringProperty("name", transfer(request, "SocialWorker"));
            json.writeStringProperty("email", transfer(request, "SocialWorkerEmail"));
            json.writeStringProperty("team", transfer(request, "Team"));
            json.writeStringProperty("teamManager", transfer(request, "TeamManager"));
            json.writeEndObject();
            json.writeStringProperty("workRequired", transfer(request, "WorkRequired"));
            json.writeStringProperty("desiredOutcomes", transfer(request, "DesiredOutcomes"));
            json.writeStringProperty("noteId", String.valueOf(request.noteId()));
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Every column of the step-up, as JSON: what a MASH worker's system would read. */
    static String referral(FloorRequest request) {
        StringWriter text = new StringWriter(2500);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("stepUpId", request.id());
            json.writeObjectPropertyStart("child");
            child(json, request, STEP_UP);
            json.writeEndObject();
            List<String> columns = FloorExport.STEP_UPS;
            for (int at = columns.indexOf("Locality"); at < columns.size(); at++) {
                json.writeStringProperty(columns.get(at), request.fields().get(at));
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void child(JsonGenerator json, FloorRequest request, Map<String, Integer> places) {
        json.writeStringProperty("lcsPersonId", cell(request, places, "LCSPersonID"));
        json.writeStringProperty("ehmPersonId", cell(request, places, "EHMPersonID"));
        json.writeStringProperty("nhsNumber", cell(request, places, "NHSNumber"));
        json.writeStringProperty("surname", cell(request, places, "Surname"));
        json.writeStringProperty("forename", cell(request, places, "Forename"));
        json.writeStringProperty("dateOfBirth", FloorDates.iso(cell(request, places, "DateOfBirth")));
    }
}
