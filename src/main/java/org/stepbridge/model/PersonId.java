package org.stepbridge.model;

/** An identifier of a child. It prints masked, because logs, assertions and exceptions all pass through {@code toString}. */
public sealed interface PersonId permits LcsId, EhmId, NhsNumber, Upn {

    /** The identifier as the source system shows it; personal data, so never logged. */
    String value();
}
