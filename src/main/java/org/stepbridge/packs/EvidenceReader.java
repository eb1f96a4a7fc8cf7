package org.stepbridge.packs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepbridge.casework.Nearest;
import org.stepbridge.evidence.EvidenceRule;
import org.stepbridge.protocol.Condition;
import org.stepbridge.protocol.Consequence;
import org.stepbridge.protocol.Elsewhere;
import org.stepbridge.protocol.EvidenceStep;
import org.stepbridge.protocol.Missing;

/** Reads what must be proved for one type of request. */
final class EvidenceReader {
    private final Pieces pieces;
    private final Conditions conditions;
    private final Set<String> fields;

    /** @param fields the fields of this type of request */
    EvidenceReader(Pieces pieces, Conditions conditions, Set<String> fields) {
        this.pieces = pieces;
        this.conditions = conditions;
        this.fields = fields;
    }

    /**
     * The steps of this type of request.
     *
     * @param noteNeeded the requests that need evidence by note at all
     */
    List<EvidenceStep> steps(Item request, Condition noteNeeded) {
        return request.items("evidence").stream()
                .flatMap(step -> step(step, noteNeeded).stream())
                .toList();
    }

    private Optional<EvidenceStep> step(Item step, Condition noteNeeded) {
        String clause = pieces.clauses().at(step, "clause");
        Missing missing = missing(step.at("missing"));
        Condition when = conditions.at(step, "when", Condition.ALWAYS);
        if (step.has("note") == step.has("record")) {
            step.wrong(
                    "evidence is proved by a note or by the request's own record; keep exactly one of note: and record:");
            return Optional.empty();
        }
        if (step.has("note")) {
            Condition both = facts -> when.holds(facts) && noteNeeded.holds(facts);
            return Optional.of(new EvidenceStep.ByNote(rule(step, clause), both, missing, elsewhere(step.at("note"))));
        }
        Condition satisfied = conditions.compile(step.at("record").at("satisfied"));
        Condition notAskedOrThere = facts -> !when.holds(facts) || satisfied.holds(facts);
        return Optional.of(new EvidenceStep.ByRecord(step.text("id"), clause, notAskedOrThere, missing));
    }

    private EvidenceRule rule(Item step, String clause) {
        Item note = step.at("note");
        Item about = note.at("about");
        Set<String> kinds = pieces.phrases().kinds().keySet();
        if (!kinds.contains(about.text())) {
            about.wrong("phrases.kinds has no kind called '" + about.text() + "'" + Nearest.hint(about.text(), kinds));
        }
        if (note.flag("familyNotes", false) && !fields.contains(FamilyNotes.FIELD)) {
            note.at("familyNotes")
                    .wrong("no feed brings a field '" + FamilyNotes.FIELD
                            + "' for this type of request; map the column with the number of the family's episode");
        }
        return new EvidenceRule(
                step.text("id"),
                clause,
                new HashSet<>(note.texts("types")),
                pieces.roles().spellings(note, "authorRoles"),
                pieces.roles().spellings(note, "coveringRoles"),
                about.text(),
                Lengths.days(note.text("lookBack")),
                field(note, "counterpart"),
                field(note, "locality"),
                note.flag("familyNotes", false),
                pieces.phrases());
    }

    private Elsewhere elsewhere(Item note) {
        Item elsewhere = note.at("elsewhere");
        return note.has("elsewhere")
                ? new Elsewhere(
                        field(note, "locality"),
                        new HashSet<>(elsewhere.texts("places")),
                        pieces.clauses().at(elsewhere, "clause"),
                        elsewhere.text("text"))
                : Elsewhere.NOWHERE;
    }

    private String field(Item note, String key) {
        note.find(key)
                .filter(field -> !fields.contains(field.text()))
                .ifPresent(field -> field.wrong("no feed brings a field '" + field.text() + "' for this type of request"
                        + Nearest.hint(field.text(), fields)));
        return note.text(key);
    }

    private Missing missing(Item missing) {
        Consequence then = Words.consequence(missing.text("then"));
        return new Missing(
                then,
                pieces.clauses().at(missing, "clause"),
                missing.text("reason"),
                missing.text("text"),
                pieces.notices(missing, then));
    }
}
