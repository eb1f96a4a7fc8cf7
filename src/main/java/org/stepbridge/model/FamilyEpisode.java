package org.stepbridge.model;

/**
 * The number of an early help episode that is open with a whole family, under which notes may stand that are on no single
 * child's record. It tells nobody from anybody: brothers and sisters share it.
 *
 * @param value not blank
 */
public record FamilyEpisode(String value) {
    public FamilyEpisode {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a FamilyEpisode is not blank");
        }
    }

    @Override
    public String toString() {
        return "FamilyEpisode[masked]";
    }
}
