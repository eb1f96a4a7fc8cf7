package org.stepbridge.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.Details;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.Note;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;
import org.stepbridge.model.Verdict;

/** Phrases for tests of evidence: everything that a test does not name is as it should be. */
final class Notes {
    static final LocalDate REQUESTED = LocalDate.of(2026, 11, 16);
    static final Child OLIVER = new Child(
            new LcsId("L1"),
            new EhmId("E1"),
            new NhsNumber("9434765919"),
            null,
            "Núñez",
            "Oliver",
            LocalDate.of(2015, 3, 1));

    private static final Map<String, Says> WORDS = Map.of(
            "agreed", Says.AGREED,
            "refused", Says.REFUSED,
            "no agreement", Says.NOT_SETTLED,
            "perhaps", Says.UNSURE,
            "agreed with another", Says.OTHER_COUNTERPART,
            "agreed for a sibling", Says.OTHER_CHILD,
            "agreed another kind", Says.OTHER_KIND);

    private Child child = OLIVER;
    private String type = "General Note";
    private @Nullable LocalDate date = REQUESTED.minusDays(5);
    private @Nullable Instant recordedAt;
    private String role = "Early Help Locality Manager";
    private final String id;
    private final String text;
    private @Nullable String problem;

    private Notes(String id, String text) {
        this.id = id;
        this.text = text;
    }

    static Notes note(String id, String text) {
        return new Notes(id, text);
    }

    Notes about(Child other) {
        child = other;
        return this;
    }

    Notes type(String other) {
        type = other;
        return this;
    }

    Notes by(String other) {
        role = other;
        return this;
    }

    Notes daysBefore(int days) {
        date = REQUESTED.minusDays(days);
        return this;
    }

    Notes recorded(String instant) {
        recordedAt = Instant.parse(instant);
        return this;
    }

    Notes broken() {
        problem = "date";
        date = null;
        return this;
    }

    Note build() {
        return new Note(id, child, type, date, recordedAt, "Jo Bright", role, "Subject", text, problem);
    }

    static Child carrying(@Nullable String lcs, @Nullable String ehm) {
        return new Child(
                lcs == null ? null : new LcsId(lcs),
                ehm == null ? null : new EhmId(ehm),
                null,
                null,
                "NUNEZ",
                "oliver",
                OLIVER.dateOfBirth());
    }

    static EvidenceRule rule() {
        return rule(false);
    }

    private static EvidenceRule rule(boolean familyNotes) {
        return new EvidenceRule(
                "discussion-note",
                "X-1",
                Set.of("General Note"),
                Set.of("Early Help Locality Manager"),
                Set.of("Covering Manager"),
                "co-working",
                28,
                "teamManager",
                "",
                familyNotes,
                new Phrases(Map.of(), Map.of()));
    }

    static Request request(Child child) {
        return new Request(
                new Authority("somewhere"),
                SourceSystem.LCS,
                "TR1",
                "co-working",
                child,
                "North",
                Instant.parse("2026-11-16T10:00:00Z"),
                new Details(new HashMap<>(Map.of("teamManager", "Helen Marsh"))));
    }

    static Verdict check(Notes... notes) {
        return check(OLIVER, notes);
    }

    /** The verdict, with a reader that knows the few texts of these tests and nothing else. */
    static Verdict check(Child child, Notes... notes) {
        return check(rule(), child, notes);
    }

    /** The same where notes of the family's episode count too. */
    static Verdict checkWithFamily(Child child, Notes... notes) {
        return check(rule(true), child, notes);
    }

    private static Verdict check(EvidenceRule rule, Child child, Notes... notes) {
        NoteReader reader =
                (note, question) -> new Reading(WORDS.getOrDefault(note.text(), Says.SILENT), "It says so.", List.of());
        return new EvidenceCheck(reader)
                .check(
                        request(child),
                        REQUESTED,
                        rule,
                        java.util.Arrays.stream(notes).map(Notes::build).toList());
    }
}
