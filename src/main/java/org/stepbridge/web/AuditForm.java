package org.stepbridge.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.AuditTrail.Wanted;
import org.stepbridge.model.Reference;

/**
 * What somebody asks the audit for. It is posted: a child's id may be in it.
 *
 * @param from a day, as a form's field for dates sends it; empty for any
 * @param until the last day
 * @param before the number of the entry that the page before ended with; empty on the first page
 */
record AuditForm(String person, String reference, String user, String from, String until, String before) {
    AuditForm {
        person = text(person).replaceAll("\\s", "");
        reference = text(reference).toUpperCase(Locale.ROOT);
        user = text(user).toLowerCase(Locale.ROOT);
        from = text(from);
        until = text(until);
        before = text(before);
    }

    static AuditForm empty() {
        return new AuditForm("", "", "", "", "", "");
    }

    /** What a form that lacks a field sends is no text at all. */
    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Something that was not filled in as it must be. */
    record Problem(String field, String text) {}

    /** What is wrong with it; empty when nothing is. */
    Optional<Problem> problem() {
        if (!reference.isEmpty() && Reference.read(reference).isEmpty()) {
            return Optional.of(new Problem("reference", "A reference looks like ABC-2026-000123"));
        }
        if (!day(from) || !day(until)) {
            return Optional.of(new Problem(
                    day(from) ? "until" : "from", "Enter a day with its month and its year, such as 2026-11-21"));
        }
        return Optional.empty();
    }

    /** Whether any page but the first was asked for, and by what number it begins. */
    long behind() {
        return before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
    }

    /** What is asked for by whoever this is. Only without a {@link #problem}. */
    Wanted wanted(Sight sight, ZoneId zone) {
        return new Wanted(
                sight.authorities(),
                sight.everything(),
                person,
                reference,
                user,
                from.isEmpty() ? null : LocalDate.parse(from).atStartOfDay(zone).toInstant(),
                until.isEmpty()
                        ? null
                        : LocalDate.parse(until).plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static boolean day(String typed) {
        try {
            return typed.isEmpty() || LocalDate.parse(typed).getYear() < 9000;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }
}
