package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.List;
import org.stepbridge.casework.PlainPack.Line;
import org.stepbridge.protocol.EarlierRule;

/** Tells what is asked of people once a request of one type is decided. */
final class PlainFollowUp {
    private final Item protocol;
    private final Item request;

    PlainFollowUp(Item protocol, Item request) {
        this.protocol = protocol;
        this.request = request;
    }

    List<Line> earlier() {
        return request.entries("earlier").values().stream()
                .map(rule -> {
                    String take = rule.text("take").equals(EarlierRule.ACCEPTED_AT)
                            ? "when it was accepted"
                            : "its " + rule.text("take");
                    List<String> types = rule.texts("types").stream()
                            .map(type -> protocol.at("requests").at(type).text("title"))
                            .toList();
                    return PlainLine.of(
                                    rule,
                                    "Where the export does not give " + rule.name()
                                            + ", it is taken from the child’s latest " + Prose.or(types) + ": " + take
                                            + ".")
                            .line();
                })
                .toList();
    }

    List<Line> checklist() {
        return request.items("checklist").stream()
                .map(item -> PlainLine.of(item, item.text("text")).line())
                .toList();
    }

    List<Line> events() {
        return request.entries("events").values().stream().map(this::event).toList();
    }

    private Line event(Item event) {
        PlainLine line = PlainLine.of(event, event.text("title") + ".");
        List<String> needs =
                event.texts("needs").stream().map(this::checklistText).toList();
        if (!needs.isEmpty()) {
            line.detail("Only once these are ticked off: " + String.join(" ", needs));
        }
        if (event.has("after")) {
            line.detail("Only once this has happened: " + title(event.text("after")) + ".");
        }
        event.find("opens")
                .ifPresent(opens -> line.detail("It opens at once: "
                        + protocol.at("requests").at(opens.text("type")).text("title") + ", about the same child."));
        if (event.has("task")) {
            line.detail("A person then has this to do: " + event.text("task"));
        }
        if (event.flag("closes", false)) {
            line.detail("The request ends with it.");
        }
        event.find("limit")
                .ifPresent(limit -> line.detail("When it has happened " + limit.number("count") + " times: "
                        + (limit.has("event") ? "“" + title(limit.text("event")) + "” happens as well. " : "")
                        + limit.text("task")));
        return line.line();
    }

    String checklistText(String id) {
        return request.items("checklist").stream()
                .filter(item -> item.text("id").equals(id))
                .findFirst()
                .map(item -> item.text("text"))
                .orElse(id);
    }

    private String title(String event) {
        Item own = request.at("events").at(event);
        return own.has("title") ? own.text("title") : Prose.words(event);
    }

    List<Line> written() {
        List<Line> lines = new ArrayList<>();
        if (request.has("returnTask")) {
            lines.add(PlainLine.of("When it is returned, a person has this to do: " + request.text("returnTask"))
                    .line());
        }
        if (request.has("recordings")) {
            lines.add(PlainLine.of("Each outcome is written as a recording for both systems.")
                    .clause(request.text("recordings"))
                    .line());
        }
        if (request.has("closing")) {
            lines.add(PlainLine.of("It ends only with something above with which a request ends.")
                    .clause(request.text("closing"))
                    .line());
        }
        return lines;
    }
}
