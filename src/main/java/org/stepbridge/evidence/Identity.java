package org.stepbridge.evidence;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Child;
import org.stepbridge.model.Merges;
import org.stepbridge.model.Merges.Whither;
import org.stepbridge.model.PersonId;

/** Whether a note is about the child of a request. Identifiers decide; names only raise or settle a doubt. */
enum Identity {
    /** An identifier agrees and nothing speaks against it. */
    SAME,
    /** Its record was merged with the child's, and nothing speaks against it. */
    MERGED,
    /** An identifier agrees, but another one is of a record of which nobody knows what it was merged into. */
    UNSETTLED,
    /** An identifier agrees, but another one, or name and date of birth together, are somebody else's. */
    CONTRADICTED,
    /** No identifier can be compared, but name and date of birth agree. */
    CANDIDATE,
    /** It names no child, but the episode of the child's family. */
    FAMILY,
    /** It is about somebody else in the same family's episode. */
    SIBLING,
    /** Somebody else. */
    OTHER;

    private enum Match {
        EQUAL,
        /** Records that were merged. */
        MERGED,
        DIFFERENT,
        /** One of them was merged into a record that nobody knows. */
        UNSETTLED,
        /** One of them is not known. */
        NONE
    }

    /** @param merges the merges of the records that the two are named by */
    static Identity of(Child wanted, Child noted, Merges merges) {
        Set<Match> found = EnumSet.of(
                match(wanted.lcs(), noted.lcs(), merges),
                match(wanted.ehm(), noted.ehm(), merges),
                match(wanted.nhs(), noted.nhs(), merges),
                match(wanted.upn(), noted.upn(), merges));
        boolean differs = found.contains(Match.DIFFERENT);
        if (!found.contains(Match.EQUAL) && !found.contains(Match.MERGED)) {
            return !differs && sameNameAndBirth(wanted, noted) ? CANDIDATE : inFamily(wanted, noted);
        }
        if (differs || looksLikeSomebodyElse(wanted, noted)) {
            return CONTRADICTED;
        }
        return found.contains(Match.UNSETTLED) ? UNSETTLED : found.contains(Match.EQUAL) ? SAME : MERGED;
    }

    private static Identity inFamily(Child wanted, Child noted) {
        if (wanted.family() == null || !wanted.family().equals(noted.family())) {
            return OTHER;
        }
        return noted.wholeFamily() ? FAMILY : SIBLING;
    }

    private static Match match(@Nullable PersonId wanted, @Nullable PersonId noted, Merges merges) {
        if (wanted == null || noted == null) {
            return Match.NONE;
        }
        if (wanted.equals(noted)) {
            return Match.EQUAL;
        }
        if (merges.of(wanted) instanceof Whither.Stands one && merges.of(noted) instanceof Whither.Stands other) {
            return one.equals(other) ? Match.MERGED : Match.DIFFERENT;
        }
        return Match.UNSETTLED;
    }

    private static boolean sameNameAndBirth(Child wanted, Child noted) {
        LocalDate born = wanted.dateOfBirth();
        return born != null
                && born.equals(noted.dateOfBirth())
                && PlainWords.sameName(wanted.surname(), noted.surname())
                && PlainWords.sameName(wanted.forename(), noted.forename());
    }

    /** A mistyped number hits a stranger: then surname, forename and date of birth all differ. Adoption keeps the last. */
    private static boolean looksLikeSomebodyElse(Child wanted, Child noted) {
        return wanted.dateOfBirth() != null
                && noted.dateOfBirth() != null
                && !Objects.equals(wanted.dateOfBirth(), noted.dateOfBirth())
                && PlainWords.differentName(wanted.surname(), noted.surname())
                && PlainWords.differentName(wanted.forename(), noted.forename());
    }
}
