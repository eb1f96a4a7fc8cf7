package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepbridge.casework.Nearest;
import org.stepbridge.casework.TemplateFields;
import org.stepbridge.protocol.ClockRule;
import org.stepbridge.protocol.ClockRule.Event;
import org.stepbridge.protocol.ClockRule.Met;
import org.stepbridge.protocol.ClockRule.Telling;
import org.stepbridge.protocol.Condition;
import org.stepbridge.protocol.Within;

/** Reads the clocks of one type of request. */
final class ClockReader {
    private static final String MET = "met:";

    private final Item request;
    private final Pieces pieces;
    private final Conditions conditions;
    private final Set<String> events;
    private final Set<String> fields;

    /** @param fields the fields of this type of request */
    ClockReader(Item request, Pieces pieces, Conditions conditions, Set<String> fields) {
        this.request = request;
        this.pieces = pieces;
        this.conditions = conditions;
        this.events = request.entries("events").keySet();
        this.fields = fields;
    }

    List<ClockRule> rules() {
        return request.items("clocks").stream().map(this::clock).toList();
    }

    private ClockRule clock(Item clock) {
        return new ClockRule(
                clock.text("id"),
                pieces.clauses().at(clock, "clause"),
                clock.has("title") ? clock.text("title") : clock.text("id"),
                event(clock.at("from")),
                conditions.at(clock, "when", Condition.ALWAYS),
                within(clock.at("within")),
                clock.has("every") ? Lengths.within(clock.text("every")) : null,
                met(clock.at("metBy")),
                tellings(clock),
                clock.flag("recheck", false));
    }

    /** The event that this names; told as a problem when nothing makes it happen. */
    private String event(Item event) {
        Set<String> clocks = request.items("clocks").stream()
                .map(clock -> MET + clock.text("id"))
                .collect(Collectors.toSet());
        Set<String> known = Stream.of(Stream.of(Event.values()).map(Event::label), clocks.stream(), events.stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        if (!known.contains(event.text())) {
            event.wrong("nothing here is called '" + event.text() + "'" + Nearest.hint(event.text(), known));
        }
        return event.text();
    }

    /** The length of time that this gives; told as a problem when it hangs on a field that no feed brings. */
    private Within within(Item text) {
        Within within = Lengths.within(text.text());
        if (within instanceof Within.Day day && !fields.contains(day.field())) {
            text.wrong("no feed brings a field '" + day.field() + "' for this type of request"
                    + Nearest.hint(day.field(), fields));
        }
        return within;
    }

    private Met met(Item met) {
        return new Met(
                new HashSet<>(met.texts("records")),
                met.flag("onBoth", false),
                met.items("events").stream().map(this::event).collect(Collectors.toSet()),
                new HashSet<>(met.texts("restartedBy")),
                FollowUpReader.items(request, met, "needs"));
    }

    private List<Telling> tellings(Item clock) {
        List<Telling> tellings = new ArrayList<>();
        clock.find("remind")
                .ifPresent(remind -> tellings.add(new Telling(
                        clock.text("clause"),
                        "Reminder",
                        Lengths.within(remind.text("before")),
                        true,
                        pieces.notices(remind, TemplateFields.CLOCK))));
        clock.find("overdue")
                .ifPresent(overdue -> tellings.add(new Telling(
                        clock.text("clause"), "Overdue", null, false, pieces.notices(overdue, TemplateFields.CLOCK))));
        clock.find("escalate").ifPresent(ladder -> tellings.addAll(rungs(ladder)));
        return tellings;
    }

    private List<Telling> rungs(Item name) {
        Map<String, Item> ladders = pieces.ladders();
        Item ladder = ladders.get(name.text());
        if (ladder == null) {
            name.wrong("there is no ladder called '" + name.text() + "'" + Nearest.hint(name.text(), ladders.keySet()));
            return List.of();
        }
        return pieces.rungs(ladder, pieces.clauses().at(ladder, "clause"), TemplateFields.CLOCK);
    }
}
