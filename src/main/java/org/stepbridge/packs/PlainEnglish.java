package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepbridge.casework.PlainPack;
import org.stepbridge.casework.PlainPack.Chapter;
import org.stepbridge.casework.PlainPack.Clause;
import org.stepbridge.casework.PlainPack.Line;
import org.stepbridge.casework.PlainPack.Part;

/** Tells a sound pack in plain English, from what its files say. */
final class PlainEnglish {
    private final Item protocol;
    private final Item directory;
    private final Item feeds;
    private final Map<String, String> messages;

    /** @param messages the templates, file name to text */
    PlainEnglish(Item protocol, Item directory, Item feeds, Map<String, String> messages) {
        this.protocol = protocol;
        this.directory = directory;
        this.feeds = feeds;
        this.messages = messages;
    }

    PlainPack pack(String contentHash) {
        return new PlainPack(
                protocol.text("title"), protocol.text("protocolVersion"), contentHash, clauses(), chapters());
    }

    private List<Clause> clauses() {
        return protocol.entries("clauses").values().stream()
                .map(clause -> new Clause(clause.name(), clause.text()))
                .toList();
    }

    private List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter("Who is who", new PlainPeople(protocol, directory).parts()));
        chapters.add(new Chapter("What comes in", new PlainFeeds(feeds).parts()));
        protocol.entries("requests")
                .values()
                .forEach(request ->
                        chapters.add(new Chapter(request.text("title"), new PlainRequest(protocol, request).parts())));
        chapters.add(new Chapter("What goes up when a deadline is missed", ladders()));
        chapters.add(new Chapter("Times and limits", List.of(new Part("Times and limits", times()))));
        chapters.add(new Chapter("How notes and requests are read", new PlainWording(protocol).parts()));
        chapters.add(new Chapter("Messages", templates()));
        return chapters.stream()
                .map(chapter -> new Chapter(
                        chapter.title(),
                        chapter.parts().stream()
                                .filter(part -> !part.lines().isEmpty())
                                .toList()))
                .filter(chapter -> !chapter.parts().isEmpty())
                .toList();
    }

    private List<Part> ladders() {
        return protocol.entries("ladders").values().stream()
                .map(ladder -> {
                    List<Line> lines = new ArrayList<>();
                    lines.add(PlainLine.of(ladder, "Each step is counted from when the deadline was due.")
                            .line());
                    for (Item rung : ladder.items("rungs")) {
                        String when = rung.has("after") ? rung.text("after") + " later" : "as soon as it is due";
                        lines.add(PlainLine.of(rung, rung.text("title") + ", " + when + ".")
                                .line());
                    }
                    return new Part(Prose.sentence("ladder " + Prose.quoted(Prose.words(ladder.name()))), lines);
                })
                .toList();
    }

    private List<Line> times() {
        List<Line> lines = new ArrayList<>();
        lines.add(PlainLine.of("Times are those of " + protocol.text("zone") + ". Working days are Monday to Friday but"
                        + " for England’s bank holidays"
                        + (protocol.texts("holidays").isEmpty()
                                ? "."
                                : " and " + Prose.and(protocol.texts("holidays")) + "."))
                .line());
        lines.add(PlainLine.of(
                        protocol.at("freshness"),
                        "A missing note is concluded only once the notes are complete up to "
                                + protocol.at("freshness").text("grace") + " after the request.")
                .line());
        Item limits = protocol.at("limits");
        PlainLine told = PlainLine.of(limits, "People are told when something has stood still for too long.");
        Map<String, String> what = Map.of(
                "unreadFile", "A file in an inbox",
                "waiting", "A request that waits for notes",
                "held", "A request that waits for a person",
                "undelivered", "A message or file that has not left",
                "retried", "A message or file is tried again for",
                "hubReply", "A message to the hub that has had no reply");
        new TreeMap<>(what).forEach((key, text) -> {
            if (limits.has(key)) {
                told.detail(text + ": " + limits.text(key) + ".");
            }
        });
        limits.items("rungs")
                .forEach(rung -> told.detail(rung.text("title") + " is told "
                        + (rung.has("after") ? rung.text("after") + " after it was noticed." : "at once.")));
        lines.add(told.line());
        return lines;
    }

    private List<Part> templates() {
        return new TreeMap<>(messages)
                .entrySet().stream()
                        .map(template -> new Part(
                                template.getKey(),
                                List.of(PlainLine.of("It reads, with what stands between {{ and }} filled in:")
                                        .verbatim(template.getValue().strip())
                                        .line())))
                        .toList();
    }
}
