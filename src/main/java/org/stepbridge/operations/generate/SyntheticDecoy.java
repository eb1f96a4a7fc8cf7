package org.stepbridge.operations.generate;

import java.util.List;
import java.util.Locale;

/** A note that looks like the evidence and is not. */
enum SyntheticDecoy {
    /** Right in all but the kind of note. */
    WRONG_TYPE,
    /** Right in all but who wrote it. */
    WRONG_ROLE,
    /** Right but for its date: 29 days before the request, or more. */
    TOO_OLD,
    /** Written the day after the request: alone, it counts and is flagged. */
    AFTER_REQUEST,
    /** About a namesake with other identifiers. */
    OTHER_CHILD,
    /** Says that it was not agreed. */
    NOT_AGREED,
    /** Says that it was discussed without agreement. */
    NO_AGREEMENT;

    static final List<SyntheticDecoy> ALL = List.of(values());

    /** As the truth file names it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    SyntheticSaying says() {
        return switch (this) {
            case NOT_AGREED -> SyntheticSaying.NOT_AGREED;
            case NO_AGREEMENT -> SyntheticSaying.ONLY_DISCUSSED;
            default -> SyntheticSaying.AGREED;
        };
    }
}
