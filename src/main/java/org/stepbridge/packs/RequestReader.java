package org.stepbridge.packs;

import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepbridge.casework.Nearest;
import org.stepbridge.protocol.Check;
import org.stepbridge.protocol.Condition;
import org.stepbridge.protocol.Consequence;
import org.stepbridge.protocol.Destination;
import org.stepbridge.protocol.DestinationRule;
import org.stepbridge.protocol.RequestRules;
import org.stepbridge.protocol.Urgency;

/** Reads the protocol of one type of request. */
final class RequestReader {
    private static final String MEETING = "meeting:";

    private final Item request;
    private final Pieces pieces;
    private final Conditions conditions;
    private final Set<String> fields;

    /** @param fields the fields of this type of request */
    RequestReader(Item request, Pieces pieces, Conditions conditions, Set<String> fields) {
        this.request = request;
        this.pieces = pieces;
        this.conditions = conditions;
        this.fields = fields;
    }

    RequestRules rules() {
        tellRepeatedIds();
        List<Item> lines = request.items("destinations");
        List<DestinationRule> destinations =
                lines.stream().map(this::destination).toList();
        return new RequestRules(
                request.name(),
                request.text("title"),
                request.find("urgent").map(this::urgency).orElse(Urgency.NEVER),
                new EvidenceReader(pieces, conditions, fields).steps(request, noteNeeded(lines, destinations)),
                request.items("checks").stream().map(this::check).toList(),
                destinations,
                new ClockReader(request, pieces, conditions, fields).rules(),
                request.text("returnTask"),
                pieces.clauses().at(request, "recordings"),
                new FollowUpReader(request, pieces, conditions, fields).followUp());
    }

    /** A request that would go where no note is required needs none. */
    private static Condition noteNeeded(List<Item> lines, List<DestinationRule> destinations) {
        List<Boolean> required =
                lines.stream().map(line -> line.flag("noteRequired", true)).toList();
        if (!required.contains(false)) {
            return Condition.ALWAYS;
        }
        return facts -> {
            for (int i = 0; i < destinations.size(); i++) {
                if (destinations.get(i).when().holds(facts)) {
                    return required.get(i);
                }
            }
            return true;
        };
    }

    private void tellRepeatedIds() {
        for (String key : List.of("evidence", "checks", "clocks")) {
            Set<String> seen = new HashSet<>();
            request.items(key).stream()
                    .map(rule -> rule.at("id"))
                    .filter(id -> !seen.add(id.text()))
                    .forEach(
                            id -> id.wrong("'" + id.text() + "' names two rules of this list; give each its own name"));
        }
    }

    private Urgency urgency(Item urgent) {
        return new Urgency(
                pieces.clauses().at(urgent, "clause"),
                conditions.compile(urgent.at("when")),
                conditions.compile(urgent.at("phoned")),
                urgent.text("task"),
                pieces.notices(urgent));
    }

    private Check check(Item check) {
        Consequence then = Words.consequence(check.text("then"));
        return new Check(
                check.text("id"),
                pieces.clauses().at(check, "clause"),
                conditions.compile(check.at("when")),
                then,
                check.text("text"),
                check.find("show").map(this::shown).orElse(Check.Shown.NOTHING),
                pieces.notices(check, then),
                FollowUpReader.items(request, check, "needs"));
    }

    private Check.Shown shown(Item show) {
        Item field = show.at("field");
        if (!fields.contains(field.text())) {
            field.wrong("no feed brings a field '" + field.text() + "' for this type of request"
                    + Nearest.hint(field.text(), fields));
        }
        return new Check.Shown(show.text("as"), field.text());
    }

    private DestinationRule destination(Item line) {
        return new DestinationRule(
                pieces.clauses().at(line, "clause"),
                conditions.at(line, "when", Condition.ALWAYS),
                to(line),
                line.text("text"),
                pieces.notices(line));
    }

    private Destination meeting(Item to) {
        String id = to.text().substring(MEETING.length());
        Item meeting = pieces.meetings().get(id);
        if (meeting == null) {
            to.wrong("there is no meeting called '" + id + "'"
                    + Nearest.hint(id, pieces.meetings().keySet()));
            return new Destination.Meeting(id, id, DayOfWeek.MONDAY, 0);
        }
        return new Destination.Meeting(
                id,
                meeting.text("title"),
                Words.of(DayOfWeek.class, meeting.text("weekly")),
                meeting.has("agenda") ? agenda(meeting.at("agenda")) : 0);
    }

    private int agenda(Item agenda) {
        pieces.clauses().at(agenda, "clause");
        return agenda.number("workingDaysBefore");
    }

    private Destination to(Item line) {
        Item to = line.at("to");
        if (to.text().equals("tray")) {
            if (!line.has("tray")) {
                line.wrong("what goes to one tray needs its name; add tray:");
            }
            return new Destination.Tray("", Map.of("", line.text("tray")), "");
        }
        if (to.text().startsWith(MEETING)) {
            return meeting(to);
        }
        if (to.text().startsWith("tray:")) {
            return pieces.trays().at(to, fields);
        }
        if (to.text().equals("hub")) {
            return new Destination.Hub();
        }
        for (String key : List.of("template", "posts")) {
            if (!line.has(key)) {
                line.wrong("what goes to MASH needs the key '" + key + "'; add it");
            }
        }
        line.find("template").ifPresent(pieces.messages()::referral);
        return new Destination.Mash(line.text("template"), pieces.posts(line, "posts"));
    }
}
