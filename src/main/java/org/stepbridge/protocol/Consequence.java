package org.stepbridge.protocol;

/** What follows when a rule is not satisfied. */
public enum Consequence {
    /** People are told, nothing stops. */
    FLAG,
    /** It goes back to whoever asked. */
    RETURN,
    /** A person must decide. */
    HOLD
}
