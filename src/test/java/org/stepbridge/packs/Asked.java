package org.stepbridge.packs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.Details;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;
import org.stepbridge.protocol.Facts;

/** Requests as phrases: everything a test does not name is in order. */
record Asked(String type, String locality, @Nullable Instant requestedAt, Map<String, String> details) {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    static Asked aCoWorkingRequest() {
        return new Asked(
                "co-working",
                "North",
                at("2026-11-16T09:20"),
                Map.of(
                        "evidenceBased", "N",
                        "team", "Assessment Team 1",
                        "teamManager", "Helen Marsh",
                        "socialWorkerEmail", "tom.ashdown@borough.example",
                        "workRequired", "Six sessions on keeping safe, using the Three Houses, and a bedtime routine.",
                        "desiredOutcomes", "The child names two adults to go to.",
                        "consentObtained", "Y"));
    }

    static Asked aStepUp() {
        return new Asked(
                "step-up",
                "Central",
                at("2026-11-17T12:10"),
                Map.of(
                        "raisedByRole", "Senior Practitioner",
                        "raisedByEmail", "nia.pryce@borough.example",
                        "agreedWith", "Helen Marsh",
                        "agreedWithRole", "Team Manager",
                        "agreedAt", "2026-11-17T11:30:00Z",
                        "agreement", "STEP-UP",
                        "immediateSafety", "N",
                        "parentsInformed", "Y"));
    }

    Asked with(String field, String text) {
        Map<String, String> changed = new HashMap<>(details);
        changed.put(field, text);
        return new Asked(type, locality, requestedAt, changed);
    }

    Asked without(String field) {
        Map<String, String> changed = new HashMap<>(details);
        changed.remove(field);
        return new Asked(type, locality, requestedAt, changed);
    }

    Asked in(String otherLocality) {
        return new Asked(type, otherLocality, requestedAt, details);
    }

    Asked withoutDate() {
        return new Asked(type, locality, null, details);
    }

    Request request() {
        Child child = new Child(null, null, null, null, "", "", LocalDate.of(2015, 3, 14));
        return new Request(
                new Authority("rotherham"),
                SourceSystem.LCS,
                "TR1000001",
                type,
                child,
                locality,
                requestedAt,
                new Details(details));
    }

    Facts facts() {
        return new Facts(request(), at("2026-11-20T07:00"), LONDON);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }
}
