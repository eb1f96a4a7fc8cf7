package org.stepbridge.operations.generate;

import java.util.List;

/** The rows of the notes export. */
final class SyntheticNoteRow {
    static final List<String> HEADER = List.of(
            "NoteID",
            "EHMPersonID",
            "LCSPersonID",
            "NHSNumber",
            "Surname",
            "Forename",
            "DateOfBirth",
            "NoteType",
            "NoteDate",
            "RecordedAt",
            "Author",
            "AuthorRole",
            "Subject",
            "Text");

    private SyntheticNoteRow() {}

    static List<String> of(
            SyntheticPlan plan, String id, SyntheticCase request, SyntheticNote note, SyntheticChance chance) {
        SyntheticChild child = SyntheticChild.of(plan, request.index());
        return row(
                id,
                note.aboutNamesake() ? child.namesake(plan, request.index()) : child,
                note.type(),
                plan.date(note.day()),
                note.authorRole(),
                request.kind().label() + " request",
                note.says().text(chance, request.kind(), request.teamManager()),
                chance);
    }

    /** A note about one of every three children with a request, which says nothing of any transfer. */
    static List<String> ordinary(SyntheticPlan plan, String id, SyntheticChance chance) {
        SyntheticChild child = SyntheticChild.of(plan, 3 * chance.below((plan.requests() + 2) / 3));
        return row(
                id,
                child,
                chance.in(0.35) ? SyntheticNames.GENERAL_NOTE : chance.pick(SyntheticNames.OTHER_NOTE_TYPES),
                plan.date(chance.below(40) - 35),
                chance.in(0.2) ? SyntheticNames.EARLY_HELP_MANAGER : chance.pick(SyntheticNames.OTHER_ROLES),
                "Contact",
                SyntheticSentences.prose(chance, SyntheticSentences.ORDINARY, 50, 600),
                chance);
    }

    /** The EHM number is always there; the others are missing on some notes, as in life. */
    private static List<String> row(
            String id,
            SyntheticChild child,
            String type,
            String date,
            String authorRole,
            String subject,
            String text,
            SyntheticChance chance) {
        return List.of(
                id,
                child.ehmId(),
                chance.in(0.9) ? child.lcsId() : "",
                chance.in(0.8) ? child.nhsNumber() : "",
                child.surname(),
                child.forename(),
                SyntheticPlan.print(child.born()),
                type,
                date,
                date + " " + SyntheticRequestRow.officeHour(chance),
                chance.pick(SyntheticNames.STAFF),
                authorRole,
                subject,
                text);
    }
}
