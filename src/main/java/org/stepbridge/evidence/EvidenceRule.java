package org.stepbridge.evidence;

import java.util.List;
import java.util.Set;

/**
 * Which note proves that the managers agreed. The words of types and roles are compared without regard to case and
 * spacing, and kept in lower case with single spaces.
 *
 * @param id its name in the pack
 * @param clause the clause that asks for it
 * @param noteTypes the note types that count
 * @param authorRoles every spelling of the roles whose notes count
 * @param coveringRoles every spelling of further roles that could have agreed: their contrary note counts against
 * @param about the kind of transfer that must have been agreed, a name that the pack's phrases define
 * @param daysBefore how many calendar days before the request a note may be dated
 * @param counterpartField the request's field with the name of the manager agreed with, empty if anybody will do
 * @param localityField the request's field with the locality whose manager should have written it, empty if any
 * @param familyNotes whether a note on the early help episode of the child's family counts too; one on the record of another
 *     child of the family never counts by itself, and is asked about
 * @param phrases how agreement, refusal and the kinds of transfer are worded, in the pack's words
 */
public record EvidenceRule(
        String id,
        String clause,
        Set<String> noteTypes,
        Set<String> authorRoles,
        Set<String> coveringRoles,
        String about,
        int daysBefore,
        String counterpartField,
        String localityField,
        boolean familyNotes,
        Phrases phrases) {
    public EvidenceRule {
        noteTypes = PlainWords.labels(noteTypes);
        authorRoles = PlainWords.labels(authorRoles);
        coveringRoles = PlainWords.labels(coveringRoles);
    }

    /** The kinds of transfer that the phrases know, this rule's own among them. */
    public List<String> kinds() {
        return phrases.kinds().keySet().stream().sorted().toList();
    }
}
