package org.stepbridge.model;

/**
 * The number that Liquidlogic EHM shows to staff for a child.
 *
 * @param value not blank
 */
public record EhmId(String value) implements PersonId {
    public EhmId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an EhmId is not blank");
        }
    }

    @Override
    public String toString() {
        return "EhmId[masked]";
    }
}
