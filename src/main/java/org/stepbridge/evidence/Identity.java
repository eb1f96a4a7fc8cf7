package org.stepbridge.evidence;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Child;

/** Whether a note is about the child of a request. Identifiers decide; names only raise or settle a doubt. */
enum Identity {
    /** An identifier agrees and nothing speaks against it. */
    SAME,
    /** An identifier agrees, but another one, or name and date of birth together, are somebody else's. */
    CONTRADICTED,
    /** No identifier can be compared, but name and date of birth agree. */
    CANDIDATE,
    /** Somebody else. */
    OTHER;

    static Identity of(Child wanted, Child noted) {
        int lcs = compare(wanted.lcs(), noted.lcs());
        int ehm = compare(wanted.ehm(), noted.ehm());
        int nhs = compare(wanted.nhs(), noted.nhs());
        int upn = compare(wanted.upn(), noted.upn());
        boolean agrees = lcs > 0 || ehm > 0 || nhs > 0 || upn > 0;
        boolean differs = lcs < 0 || ehm < 0 || nhs < 0 || upn < 0;
        if (agrees) {
            return differs || looksLikeSomebodyElse(wanted, noted) ? CONTRADICTED : SAME;
        }
        return !differs && sameNameAndBirth(wanted, noted) ? CANDIDATE : OTHER;
    }

    /** 1 when both are known and equal, -1 when both are known and differ, 0 when they cannot be compared. */
    private static int compare(@Nullable Object wanted, @Nullable Object noted) {
        if (wanted == null || noted == null) {
            return 0;
        }
        return wanted.equals(noted) ? 1 : -1;
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
