package org.stepbridge.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Pack;
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

    /** As packs write the values that a column's codes stand for. */
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");

    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.*Z)?");
    private static final int DAY_LENGTH = 10;

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

    static List<Fact> asked(Request request, String type, Pack pack) {
        ZoneId zone = pack.zone();
        List<Fact> facts = new ArrayList<>();
        add(facts, "Type", type);
        add(
                facts,
                "Asked",
                request.requestedAt() == null ? "Date not readable" : Times.moment(request.requestedAt(), zone));
        add(facts, "Locality", request.locality());
        add(facts, request.source() + " request", request.sourceId());
        FIRST.forEach(name -> add(facts, title(name), words(request.details().text(name), pack)));
        request.details().sorted().forEach((name, value) -> {
            if (!FIRST.contains(name)) {
                add(facts, title(name), words(value, pack));
            }
        });
        return facts;
    }

    /** What a pack's code or a moment in ISO 8601 is called; whatever people wrote, as it stands. */
    static String words(String value, Pack pack) {
        if (value.equals("Y") || value.equals("N")) {
            return value.equals("Y") ? "Yes" : "No";
        }
        if (pack.typeTitles().containsKey(value)) {
            return pack.typeTitle(value);
        }
        if (CODE.matcher(value).matches()) {
            return title(value.replace('-', ' '));
        }
        return moment(value, pack.zone());
    }

    private static String moment(String value, ZoneId zone) {
        if (!DATED.matcher(value).matches()) {
            return value;
        }
        try {
            return value.length() > DAY_LENGTH
                    ? Times.moment(Instant.parse(value), zone)
                    : Times.day(LocalDate.parse(value));
        } catch (DateTimeParseException noMoment) {
            return value;
        }
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
