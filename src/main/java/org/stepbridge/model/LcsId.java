package org.stepbridge.model;

/**
 * The number that Liquidlogic LCS shows to staff for a child.
 *
 * @param value not blank
 */
public record LcsId(String value) implements PersonId {
    public LcsId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an LcsId is not blank");
        }
    }

    @Override
    public String toString() {
        return "LcsId[masked]";
    }
}
