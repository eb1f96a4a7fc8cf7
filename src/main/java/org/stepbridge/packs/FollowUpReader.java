package org.stepbridge.packs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepbridge.casework.Nearest;
import org.stepbridge.casework.TemplateFields;
import org.stepbridge.protocol.ChecklistItem;
import org.stepbridge.protocol.ClockRule;
import org.stepbridge.protocol.Condition;
import org.stepbridge.protocol.EarlierRule;
import org.stepbridge.protocol.EventRule;
import org.stepbridge.protocol.FollowUp;

/** Reads what one type of request asks of people once it is decided. */
final class FollowUpReader {
    private final Item request;
    private final Pieces pieces;
    private final Conditions conditions;
    private final Set<String> fields;

    /** @param fields the fields of this type of request */
    FollowUpReader(Item request, Pieces pieces, Conditions conditions, Set<String> fields) {
        this.request = request;
        this.pieces = pieces;
        this.conditions = conditions;
        this.fields = fields;
    }

    FollowUp followUp() {
        return new FollowUp(
                request.items("checklist").stream().map(this::item).toList(),
                request.entries("events").values().stream().map(this::event).toList(),
                request.entries("earlier").values().stream()
                        .map(field -> new EarlierRule(
                                field.name(),
                                pieces.clauses().at(field, "clause"),
                                new HashSet<>(field.texts("types")),
                                field.text("take")))
                        .toList(),
                pieces.clauses().at(request, "closing"));
    }

    /** The items of a checklist that this key of {@code rule} names; unknown ones are told as problems. */
    static Set<String> items(Item request, Item rule, String key) {
        Set<String> known =
                request.items("checklist").stream().map(item -> item.text("id")).collect(Collectors.toSet());
        rule.items(key).stream()
                .filter(item -> !known.contains(item.text()))
                .forEach(item -> item.wrong(
                        "the checklist has no item '" + item.text() + "'" + Nearest.hint(item.text(), known)));
        return Set.copyOf(rule.texts(key));
    }

    private ChecklistItem item(Item item) {
        return new ChecklistItem(
                item.text("id"),
                pieces.clauses().at(item, "clause"),
                conditions.at(item, "when", Condition.ALWAYS),
                item.text("text"));
    }

    private EventRule event(Item event) {
        return new EventRule(
                event.name(),
                pieces.clauses().at(event, "clause"),
                event.text("title"),
                event.find("after").map(this::known).orElse(""),
                items(request, event, "needs"),
                pieces.notices(event, TemplateFields.EVENT),
                event.text("task"),
                event.flag("closes", false),
                pieces.openings().opening(event, fields),
                event.has("limit") ? limit(event.at("limit")) : EventRule.Limit.NONE);
    }

    /** The event that this names, which must stand here too: only what is named is kept. */
    private String known(Item event) {
        Set<String> named = request.entries("events").keySet();
        if (!named.contains(event.text())) {
            event.wrong("there is no event called '" + event.text() + "' here" + Nearest.hint(event.text(), named));
        }
        return event.text();
    }

    private EventRule.Limit limit(Item limit) {
        limit.find("event").ifPresent(other -> {
            Set<String> known = Stream.concat(
                            request.entries("events").keySet().stream(),
                            Stream.of(ClockRule.Event.values()).map(ClockRule.Event::label))
                    .collect(Collectors.toSet());
            if (!known.contains(other.text())) {
                other.wrong("there is no event called '" + other.text() + "'" + Nearest.hint(other.text(), known));
            }
        });
        return new EventRule.Limit(limit.number("count"), limit.text("event"), limit.text("task"));
    }

    /** The fields that earlier requests fill. */
    static List<String> earlierFields(Item request) {
        return List.copyOf(request.entries("earlier").keySet());
    }
}
