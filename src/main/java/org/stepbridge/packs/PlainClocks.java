package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.List;
import org.stepbridge.casework.PlainPack.Line;

/** Tells the deadlines of one type of request. */
final class PlainClocks {
    private static final String MET = "met:";

    private final Item protocol;
    private final Item request;

    PlainClocks(Item protocol, Item request) {
        this.protocol = protocol;
        this.request = request;
    }

    List<Line> lines() {
        return request.items("clocks").stream().map(this::clock).toList();
    }

    private Line clock(Item clock) {
        String within = clock.text("within");
        String due = within.contains("day:")
                ? ": from when " + event(clock.text("from")) + " until " + within + ", a day that the request names"
                : within.endsWith("birthday")
                        ? ": from when " + event(clock.text("from")) + " until the child’s " + within
                        : ": within " + within + " of when " + event(clock.text("from"));
        PlainLine line = PlainLine.of(
                clock,
                title(clock) + due
                        + (clock.has("every")
                                ? ", and again within " + clock.text("every") + " each time it is met"
                                : "")
                        + ".");
        line.detail(metBy(clock.at("metBy")));
        if (clock.flag("recheck", false)) {
            line.detail("When it is due, the request is decided again.");
        }
        clock.find("remind").ifPresent(remind -> line.tell(remind.text("before") + " before it is due", remind));
        clock.find("overdue").ifPresent(overdue -> line.tell("When it is overdue", overdue));
        clock.find("escalate").ifPresent(name -> {
            line.detail("While it is not met it goes up the ladder “" + Prose.words(name.text()) + "”.");
            line.clause(protocol.at("ladders").at(name.text()).text("clause"));
        });
        return line.line();
    }

    private String metBy(Item met) {
        List<String> ways = new ArrayList<>();
        if (!met.texts("records").isEmpty()) {
            ways.add("a record of the type " + Prose.or(Prose.quoted(met.texts("records")))
                    + (met.flag("onBoth", false) ? " on both systems" : ""));
        }
        met.texts("events").forEach(event -> ways.add("when " + event(event)));
        ways.add("a person");
        String text = "It is met by " + Prose.or(ways) + ".";
        if (!met.texts("restartedBy").isEmpty()) {
            text += " It counts afresh from a record of the type " + Prose.or(Prose.quoted(met.texts("restartedBy")))
                    + "; until there is one it is provisional.";
        }
        if (!met.texts("needs").isEmpty()) {
            PlainFollowUp after = new PlainFollowUp(protocol, request);
            text += " First these must be ticked off: "
                    + String.join(
                            " ",
                            met.texts("needs").stream()
                                    .map(after::checklistText)
                                    .toList());
        }
        return text;
    }

    private String title(Item clock) {
        return clock.has("title") ? clock.text("title") : Prose.words(clock.text("id"));
    }

    private String event(String name) {
        if (name.startsWith(MET)) {
            String id = name.substring(MET.length());
            return request.items("clocks").stream()
                    .filter(clock -> clock.text("id").equals(id))
                    .findFirst()
                    .map(clock -> Prose.quoted(title(clock)) + " is met")
                    .orElse(name);
        }
        Item own = request.at("events").at(name);
        if (own.has("title")) {
            return Prose.quoted(own.text("title")) + " is recorded";
        }
        return switch (name) {
            case "accepted" -> "it is accepted";
            case "held" -> "a person is asked about it";
            case "returned" -> "it is returned";
            case "delivered" -> "the message about it is delivered";
            case "taken-on" -> "the hub or MASH takes it on";
            case "turned-down" -> "the hub or MASH turns it down";
            case "disagreed" -> "somebody disagrees";
            default -> Prose.words(name);
        };
    }
}
