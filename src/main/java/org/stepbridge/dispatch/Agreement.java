package org.stepbridge.dispatch;

import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Parcel;

/** What the managers agreed about a step-up; the record must say which of the two it is. */
enum Agreement {
    /** To step up. */
    STEP_UP("STEP-UP", "[STEP-UP AGREED]", "The managers have agreed a STEP-UP."),
    /** To screen again, which is not yet a step-up. */
    RE_SCREEN(
            "RE-SCREEN", "[RE-SCREEN AGREED]", "The managers have agreed a RE-SCREEN. This is not an agreed step-up."),
    /** Nothing that is recorded whole. */
    NONE("NONE", "[STEP-UP NOT YET AGREED]", "The managers' agreement to this step-up is NOT RECORDED YET.");

    private final String word;
    private final String subject;
    private final String line;

    Agreement(String word, String subject, String line) {
        this.word = word;
        this.subject = subject;
        this.line = line;
    }

    /** The recorded agreement: counted only when the record has all that the protocol asks of it. */
    static Agreement of(Parcel.Item item, Pack pack) {
        if (pack.evidencedByRecord(item.request(), item.decidedAt())) {
            String recorded = item.request().details().text("agreement");
            if (recorded.equals(STEP_UP.word)) {
                return STEP_UP;
            } else if (recorded.equals(RE_SCREEN.word)) {
                return RE_SCREEN;
            }
        }
        return NONE;
    }

    /** The contract's word for it. */
    String word() {
        return word;
    }

    /** How the email's subject starts. */
    String subject() {
        return subject;
    }

    /** The first line of the email. */
    String line() {
        return line;
    }
}
