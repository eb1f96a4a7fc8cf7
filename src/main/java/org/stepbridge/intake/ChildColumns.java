package org.stepbridge.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Child;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.FamilyEpisode;
import org.stepbridge.model.Flag;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.Upn;

/** The columns that say whom a row is about. Only identifiers whose check is right get into the child. */
final class ChildColumns {
    /** The DfE's codes for why a unique pupil number is not known. */
    private static final Set<String> NO_UPN = Set.of("UN1", "UN2", "UN3", "UN4", "UN5", "UN6", "UN7");

    private final int lcs;
    private final int ehm;
    private final int nhs;
    private final int upn;
    private final int surname;
    private final int forename;
    private final int dateOfBirth;
    private final int family;

    ChildColumns(ColumnPlan plan) {
        lcs = plan.slot(Field.LCS_ID);
        ehm = plan.slot(Field.EHM_ID);
        nhs = plan.slot(Field.NHS_NUMBER);
        upn = plan.slot(Field.UPN);
        surname = plan.slot(Field.SURNAME);
        forename = plan.slot(Field.FORENAME);
        dateOfBirth = plan.slot(Field.DATE_OF_BIRTH);
        family = plan.slot(Field.FAMILY_EPISODE);
    }

    Child child(RowValues values) {
        String lcsId = identifier(values, lcs, Field.LCS_ID);
        String ehmId = identifier(values, ehm, Field.EHM_ID);
        String episode = identifier(values, family, Field.FAMILY_EPISODE);
        return new Child(
                lcsId.isEmpty() ? null : new LcsId(lcsId),
                ehmId.isEmpty() ? null : new EhmId(ehmId),
                nhs(values),
                upn(values),
                values.text(surname),
                values.text(forename),
                values.day(dateOfBirth),
                episode.isEmpty() ? null : new FamilyEpisode(episode));
    }

    private static String identifier(RowValues values, int slot, String field) {
        boolean spoilt = !values.problems.isEmpty()
                && values.problems.stream().anyMatch(problem -> problem.field().equals(field));
        return spoilt ? "" : values.text(slot);
    }

    private @Nullable NhsNumber nhs(RowValues values) {
        String text = values.text(nhs);
        return text.isEmpty() ? null : NhsNumber.parse(text).orElse(null);
    }

    private @Nullable Upn upn(RowValues values) {
        String text = values.text(upn);
        return text.isEmpty() ? null : Upn.parse(text).orElse(null);
    }

    /** What was chosen in a row, and which identifiers of it are given and did not get into the child. */
    List<Flag> doubts(RowValues values, Child child) {
        List<Flag> found = new ArrayList<>(values.flags);
        if (child.nhs() == null && !values.text(nhs).isEmpty()) {
            found.add(new Flag(
                    "nhs-number-check",
                    "",
                    "The NHS number given is not a valid one, so it was not used to match the child with notes."));
        }
        if (child.upn() == null && !values.text(upn).isEmpty() && !NO_UPN.contains(values.text(upn))) {
            found.add(
                    new Flag(
                            "upn-check",
                            "",
                            "The unique pupil number given is not a valid one, so it was not used to match the child with notes."));
        }
        return found;
    }

    /** Whether the row names somebody: by a usable identifier, or at least by family name and date of birth, or a family. */
    static boolean names(Child child) {
        return child.identified()
                || child.family() != null
                || (!child.surname().isEmpty() && child.dateOfBirth() != null);
    }
}
