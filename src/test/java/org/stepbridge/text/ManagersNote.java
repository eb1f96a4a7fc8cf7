package org.stepbridge.text;

import java.time.LocalDate;
import org.stepbridge.model.Child;
import org.stepbridge.model.Note;

/** A note that Jo Bright, a locality manager, wrote about a child. */
final class ManagersNote {
    private ManagersNote() {}

    static Note about(Child child, String subject, String text) {
        return new Note(
                "N1",
                child,
                "General Note",
                LocalDate.of(2026, 11, 4),
                null,
                "Jo Bright",
                "Early Help Locality Manager",
                subject,
                text,
                null);
    }
}
