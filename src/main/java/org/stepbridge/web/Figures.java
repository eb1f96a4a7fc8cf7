package org.stepbridge.web;

import java.util.Locale;

/** Numbers as people in England read them. */
final class Figures {
    private Figures() {}

    /** With a comma between the thousands: 12,345. */
    static String count(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
