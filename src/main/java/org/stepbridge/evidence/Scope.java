package org.stepbridge.evidence;

import java.time.LocalDate;
import java.util.Set;
import org.stepbridge.model.Note;

/** Which notes a rule lets count for a request of a given day, whatever their words say. */
record Scope(Set<String> types, Set<String> authors, Set<String> covering, boolean family, LocalDate from) {

    static Scope of(EvidenceRule rule, LocalDate requestedOn) {
        return new Scope(
                rule.noteTypes(),
                rule.authorRoles(),
                rule.coveringRoles(),
                rule.familyNotes(),
                requestedOn.minusDays(rule.daysBefore()));
    }

    /** Whether a note may count that is about whom this says. */
    boolean mayBeAbout(Identity identity) {
        return switch (identity) {
            case OTHER -> false;
            case FAMILY, SIBLING -> family;
            case SAME, MERGED, UNSETTLED, CONTRADICTED, CANDIDATE -> true;
        };
    }

    boolean rightType(Note note) {
        return types.contains(PlainWords.label(note.type()));
    }

    boolean rightAuthor(Note note) {
        return authors.contains(PlainWords.label(note.authorRole()));
    }

    /** Whether its author could have agreed, so that their contrary word counts although their agreement may not. */
    boolean couldHaveAgreed(Note note) {
        return rightAuthor(note) || covering.contains(PlainWords.label(note.authorRole()));
    }

    boolean tooOld(LocalDate date) {
        return date.isBefore(from);
    }
}
