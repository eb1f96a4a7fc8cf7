package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.List;
import org.stepbridge.casework.PlainPack.Line;
import org.stepbridge.casework.PlainPack.Part;

/** Tells who is who: roles, mailboxes, trays and meetings. */
final class PlainPeople {
    private final Item protocol;
    private final Item directory;

    PlainPeople(Item protocol, Item directory) {
        this.protocol = protocol;
        this.directory = directory;
    }

    List<Part> parts() {
        return List.of(
                new Part(
                        "Roles",
                        protocol.entries("roles").values().stream()
                                .map(PlainPeople::role)
                                .toList()),
                new Part("Mailboxes", mailboxes()),
                new Part(
                        "Trays",
                        protocol.entries("trays").values().stream()
                                .map(PlainPeople::tray)
                                .toList()),
                new Part(
                        "Meetings",
                        protocol.entries("meetings").values().stream()
                                .map(PlainPeople::meeting)
                                .toList()));
    }

    private static Line role(Item role) {
        PlainLine line = PlainLine.of(
                role, role.text("title") + ": written as " + Prose.or(Prose.quoted(role.texts("spellings"))) + ".");
        for (Item also : role.items("also")) {
            line.clause(also.text("clause"))
                    .detail("Also " + Prose.or(Prose.quoted(also.texts("spellings"))) + " by " + also.text("clause")
                            + ".")
                    .ask(also.text("confirm"));
        }
        return line.line();
    }

    private List<Line> mailboxes() {
        List<Line> lines = new ArrayList<>();
        Item mail = directory.at("mail");
        lines.add(PlainLine.of(
                        mail,
                        "Mail leaves from " + mail.text("from") + ", its message ids end in " + mail.text("domain")
                                + ", and it goes to addresses in " + Prose.or(directory.texts("allowedDomains"))
                                + " only.")
                .line());
        directory.entries("posts").values().forEach(post -> lines.add(post(post)));
        return lines;
    }

    private static Line post(Item post) {
        String name = Prose.sentence(Prose.words(post.name()));
        PlainLine line = PlainLine.of(
                post,
                name.substring(0, name.length() - 1) + ": "
                        + (post.has("address")
                                ? "the address that the request gives as " + post.text("address") + ", otherwise "
                                : "")
                        + post.text("mailbox") + ".");
        post.entries("mailboxes")
                .values()
                .forEach(box -> line.detail("For the " + post.text("by") + " " + box.name() + ": " + box.text() + "."));
        return line.line();
    }

    private static Line tray(Item tray) {
        PlainLine line = PlainLine.of(tray, "By the " + tray.text("field") + " of the request:");
        tray.entries("names").values().forEach(name -> line.detail(name.name() + ": " + name.text() + "."));
        return line.detail("For any other a person is asked: " + tray.text("unknown"))
                .line();
    }

    private static Line meeting(Item meeting) {
        String day = meeting.text("weekly");
        PlainLine line = PlainLine.of(
                meeting,
                meeting.text("title") + ": every " + Character.toUpperCase(day.charAt(0)) + day.substring(1)
                        + " that is a working day.");
        meeting.find("agenda").ifPresent(agenda -> {
            int before = agenda.number("workingDaysBefore");
            line.clause(agenda.text("clause"))
                    .detail("Its agenda is written as a file as the day begins that is " + before + " working "
                            + (before == 1 ? "day" : "days") + " before, and again for whatever comes after.");
        });
        return line.line();
    }
}
