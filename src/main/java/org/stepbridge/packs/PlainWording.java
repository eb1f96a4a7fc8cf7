package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.List;
import org.stepbridge.casework.PlainPack.Line;
import org.stepbridge.casework.PlainPack.Part;

/** Tells which words a pack adds to those that every note is read by. */
final class PlainWording {
    private final Item protocol;

    PlainWording(Item protocol) {
        this.protocol = protocol;
    }

    List<Part> parts() {
        return List.of(
                new Part("What is too vague", vague()),
                new Part("What names a kind of transfer", words(protocol.at("phrases"), "kinds")),
                new Part("What says that it was agreed or not", words(protocol.at("phrases"), "says")),
                new Part("Lists", words(protocol, "lists")));
    }

    private List<Line> vague() {
        Item vague = protocol.at("vague");
        List<Line> lines = new ArrayList<>();
        if (protocol.has("vague")) {
            PlainLine line = PlainLine.of(
                    vague,
                    "An answer is too vague when it is empty, shorter than " + vague.number("shorterThan")
                            + " characters, or nothing but such phrases:");
            line.detail(Prose.sentence(Prose.or(Prose.quoted(vague.texts("phrases")))));
            if (!vague.texts("fillers").isEmpty()) {
                line.detail("These words do not count: " + Prose.and(vague.texts("fillers")) + ".");
            }
            lines.add(line.line());
        }
        return lines;
    }

    private static List<Line> words(Item of, String key) {
        return of.entries(key).values().stream()
                .map(list -> PlainLine.of(Prose.sentence(Prose.words(list.name()) + ": "
                                + Prose.or(Prose.quoted(of.at(key).texts(list.name())))))
                        .line())
                .toList();
    }
}
