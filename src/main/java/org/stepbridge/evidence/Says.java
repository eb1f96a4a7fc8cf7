package org.stepbridge.evidence;

/** What one note says of one question: was this kind of transfer agreed for this child, with this manager? */
public enum Says {
    /** It was agreed. */
    AGREED,
    /** It was refused, declined or withdrawn. */
    REFUSED,
    /** It was talked about and the talk is said to have ended without agreement. */
    NOT_SETTLED,
    /** Agreement that is conditional, in principle, hearsay, still to come, or that cannot be read for sure: ask. */
    UNSURE,
    /** Agreed, but with somebody else than the manager on the request: ask. */
    OTHER_COUNTERPART,
    /** Agreement of another kind of transfer. */
    OTHER_KIND,
    /** Agreement about another child. */
    OTHER_CHILD,
    /** No word of it, or only that it was asked for or spoken of. */
    SILENT;

    /** Whether a request may neither be accepted nor returned on this alone. */
    boolean asks() {
        return this == UNSURE || this == OTHER_COUNTERPART;
    }
}
