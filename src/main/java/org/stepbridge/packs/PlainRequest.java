package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stepbridge.casework.PlainPack.Line;
import org.stepbridge.casework.PlainPack.Part;

/** Tells what is asked of one type of request, and what follows. */
final class PlainRequest {
    private static final Map<String, String> THEN = Map.of(
            "return", "It is returned: ", "hold", "A person is asked: ", "flag", "It goes on, and people are shown: ");

    private final Item protocol;
    private final Item request;

    PlainRequest(Item protocol, Item request) {
        this.protocol = protocol;
        this.request = request;
    }

    List<Part> parts() {
        PlainFollowUp after = new PlainFollowUp(protocol, request);
        return List.of(
                new Part("What cannot wait", urgent()),
                new Part("What must be shown first", evidence()),
                new Part("What is looked at", lines("checks", this::check)),
                new Part("What is known from earlier requests", after.earlier()),
                new Part("Where it goes", lines("destinations", this::destination)),
                new Part("What people see to", after.checklist()),
                new Part("What people may record", after.events()),
                new Part("Deadlines", new PlainClocks(protocol, request).lines()),
                new Part("What is written down", after.written()));
    }

    private List<Line> lines(String key, java.util.function.Function<Item, PlainLine> tell) {
        return request.items(key).stream().map(item -> tell.apply(item).line()).toList();
    }

    private List<Line> urgent() {
        return request.find("urgent")
                .map(urgent -> List.of(PlainLine.of(
                                urgent,
                                "It leaves at once, whatever else is missing, and is never held or returned. "
                                        + "Whatever cannot be ruled out counts.")
                        .detail("A person has this to do until it is recorded: " + urgent.text("task"))
                        .detail("It is taken as recorded when: " + urgent.text("phoned"))
                        .line()))
                .orElse(List.of());
    }

    private List<Line> evidence() {
        List<Line> lines = new ArrayList<>();
        for (Item step : request.items("evidence")) {
            PlainLine line = step.has("note")
                    ? note(step, step.at("note"))
                    : PlainLine.of(step, "The request itself must show it.")
                            .detail("It is shown by this: "
                                    + step.at("record").text("satisfied").strip());
            Item missing = step.at("missing");
            lines.add(line.line());
            lines.add(PlainLine.of(missing, "If it is missing. " + consequence(missing))
                    .line());
        }
        return lines;
    }

    private PlainLine note(Item step, Item note) {
        PlainLine line = PlainLine.of(
                step,
                "There must be a note of the type " + Prose.or(Prose.quoted(note.texts("types"))) + " by "
                        + Prose.or(roles(note.texts("authorRoles"))) + ", about "
                        + (note.flag("familyNotes", false) ? "the child or the whole family" : "the child")
                        + ", that confirms that " + Prose.words(note.text("about"))
                        + " was agreed, dated at most " + note.text("lookBack") + " before the request.");
        line.detail("A note after the request counts as well, and that is shown.");
        if (!note.texts("coveringRoles").isEmpty()) {
            line.detail("A later note against it by " + Prose.or(roles(note.texts("coveringRoles"))) + " counts too.");
        }
        if (note.has("counterpart")) {
            line.detail("It must be agreed with whom the request names as " + note.text("counterpart") + ".");
        }
        note.find("elsewhere")
                .ifPresent(elsewhere -> line.clause(elsewhere.text("clause"))
                        .detail("People are shown: " + elsewhere.text("text") + " Places: "
                                + Prose.and(elsewhere.texts("places")) + "."));
        return line;
    }

    private List<String> roles(List<String> names) {
        return names.stream()
                .map(name -> protocol.at("roles").at(name).text("title"))
                .toList();
    }

    private PlainLine check(Item check) {
        PlainLine line = PlainLine.of(check, consequence(check));
        check.find("show")
                .ifPresent(show ->
                        line.detail("With it stands: " + show.text("as") + ", from " + show.text("field") + "."));
        return line;
    }

    private static String consequence(Item rule) {
        return THEN.getOrDefault(rule.text("then"), "") + rule.text("text");
    }

    private PlainLine destination(Item line) {
        PlainLine told = PlainLine.of(line, line.text("text"));
        if (!line.has("when")) {
            told.detail("This is for whatever went nowhere above.");
        }
        told.detail(place(line));
        if (line.has("noteRequired")) {
            told.detail(
                    line.flag("noteRequired", true)
                            ? "The note is needed for this too."
                            : "The note is not needed for this.");
        }
        return told;
    }

    private String place(Item line) {
        String to = line.text("to");
        String named = to.substring(to.indexOf(':') + 1);
        return switch (to.substring(0, to.contains(":") ? to.indexOf(':') : to.length())
                .toLowerCase(Locale.ROOT)) {
            case "hub" -> "Into the queue of the evidence based hub.";
            case "mash" ->
                "By email, with the message " + line.text("template") + ", to: "
                        + Prose.and(Prose.words(line.texts("posts"))) + ".";
            case "meeting" ->
                "Onto the list of " + protocol.at("meetings").at(named).text("title") + ".";
            default ->
                line.has("tray")
                        ? "Into the tray " + line.text("tray") + "."
                        : "Into the tray of its " + Prose.words(named) + ".";
        };
    }
}
