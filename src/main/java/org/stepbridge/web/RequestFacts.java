package org.stepbridge.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Child;
import org.stepbridge.model.PersonId;
import org.stepbridge.model.Request;

/** What was asked, as a list of names and values in the order in which people want to know. */
final class RequestFacts {
    /** What decides comes first; the rest follows in the order of its names. */
    private static final List<String> FIRST = List.of(
            "programme",
            "workRequired",
            "desiredOutcomes",
            "concerns",
            "agreement",
            "agreedWith",
            "agreedWithRole",
            "agreedAt");

    private RequestFacts() {}

    /** A name and its value. */
    record Fact(String name, String value) {}

    static List<Fact> child(Child child) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Name", (child.forename() + " " + child.surname()).strip());
        add(facts, "Date of birth", child.dateOfBirth() == null ? "" : Times.day(child.dateOfBirth()));
        add(facts, "LCS number", id(child.lcs()));
        add(facts, "EHM number", id(child.ehm()));
        add(facts, "NHS number", id(child.nhs()));
        add(facts, "Unique pupil number", id(child.upn()));
        return facts;
    }

    static List<Fact> asked(Request request, String type, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Type", type);
        add(
                facts,
                "Asked",
                request.requestedAt() == null ? "Date not readable" : Times.moment(request.requestedAt(), zone));
        add(facts, "Locality", request.locality());
        add(facts, request.source() + " request", request.sourceId());
        FIRST.forEach(name -> add(facts, title(name), request.details().text(name)));
        request.details().sorted().forEach((name, value) -> {
            if (!FIRST.contains(name)) {
                add(facts, title(name), value);
            }
        });
        return facts;
    }

    /** {@code workRequired} is "Work required". */
    static String title(String field) {
        String words =
                field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replace("mash", "MASH");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String id(@Nullable PersonId id) {
        return id == null ? "" : id.value();
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(name, value));
        }
    }
}
