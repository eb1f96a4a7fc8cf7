package org.stepbridge.evidence;

/** What one note says of one question: was this kind of transfer agreed for this child, with this manager? */
public enum Says {
    /** It was agreed. */
    AGREED,
    /** It was refused, declined or withdrawn. */
    REFUSED,
    /** It was talked about and the talk ended without agreement. */
    NOT_SETTLED,
    /** Agreement that is conditional, in principle, hearsay, still to come, or that cannot be read for sure: ask. */
    UNSURE,
    /** Agreed, but with somebody else than the manager on the request: ask. */
    OTHER_COUNTERPART,
    /** Agreement of another kind of transfer. */
    OTHER_KIND,
    /** Agreement about another child. */
    OTHER_CHILD,
    /** Nothing about it. */
    SILENT
}
