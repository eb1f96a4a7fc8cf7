package org.stepbridge.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A child as one export row names them. Only identifiers that passed their check are here, so all may be used to match.
 *
 * @param lcs the LCS number, if given
 * @param ehm the EHM number, if given
 * @param nhs the NHS number, if given and its check digit is right
 * @param upn the unique pupil number, if given and its check letter is right
 * @param surname the family name as written, empty if not given
 * @param forename the given name as written, empty if not given
 * @param dateOfBirth the date of birth, if given and a real date
 * @param family the early help episode of the child's family, if given; brothers and sisters share it
 */
public record Child(
        @Nullable LcsId lcs,
        @Nullable EhmId ehm,
        @Nullable NhsNumber nhs,
        @Nullable Upn upn,
        String surname,
        String forename,
        @Nullable LocalDate dateOfBirth,
        @Nullable FamilyEpisode family) {

    /** A child of whose family no episode is known. */
    public Child(
            @Nullable LcsId lcs,
            @Nullable EhmId ehm,
            @Nullable NhsNumber nhs,
            @Nullable Upn upn,
            String surname,
            String forename,
            @Nullable LocalDate dateOfBirth) {
        this(lcs, ehm, nhs, upn, surname, forename, dateOfBirth, null);
    }

    /** Whether any identifier is known; a child without one can only be suggested to a person, never matched. */
    public boolean identified() {
        return lcs != null || ehm != null || nhs != null || upn != null;
    }

    /** Whether nothing is known but the family's episode: it is the whole family that is meant. */
    public boolean wholeFamily() {
        return family != null && !identified() && surname.isEmpty() && forename.isEmpty() && dateOfBirth == null;
    }

    @Override
    public String toString() {
        return "Child[masked]";
    }
}
