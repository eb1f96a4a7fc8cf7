package org.stepbridge.protocol;

/** A condition of the pack, checked when the pack was loaded, without side effects. */
@FunctionalInterface
public interface Condition {
    /** Always true. */
    Condition ALWAYS = facts -> true;

    /** Never true. */
    Condition NEVER = facts -> false;

    /** Whether it holds for these facts. */
    boolean holds(Facts facts);
}
