package org.stepbridge.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.stepbridge.casework.CaseFile;

/** Entries of the audit in words. */
final class AuditWords {
    private static final String PERSON = "user:";
    private static final Pattern DEED = Pattern.compile("deed [0-9a-f-]{36}(: )?");
    private static final Pattern CALLED = Pattern.compile("^called (\\d[0-9T:.-]+Z)(?=, taken by )");

    private AuditWords() {}

    /**
     * An entry, as a line of what happened.
     *
     * @param detail without the key of a form
     * @param exactly the detail as the audit has it
     */
    record Line(String when, String who, String what, String detail, String exactly) {}

    static List<Line> lines(List<CaseFile.Entry> entries, ZoneId zone) {
        return entries.stream()
                .map(entry -> line(entry.at(), entry.actor(), entry.action(), entry.detail(), zone))
                .toList();
    }

    static Line line(Instant at, String actor, String action, String detail, ZoneId zone) {
        return new Line(Times.moment(at, zone), actor(actor), action(action), called(withoutKey(detail), zone), detail);
    }

    /** The detail of an entry without the key of the form that a deed came from. */
    static String withoutKey(String detail) {
        return DEED.matcher(detail).replaceFirst("");
    }

    /** When a phone call was made, as people write it. */
    static String called(String detail, ZoneId zone) {
        return CALLED.matcher(detail)
                .replaceFirst(call -> "Called " + Times.moment(Instant.parse(call.group(1)), zone));
    }

    /** Who it was; the program itself by its name. */
    static String actor(String actor) {
        return actor.startsWith(PERSON)
                ? actor.substring(PERSON.length())
                : actor.equals("stepbridge") ? "Stepbridge" : actor;
    }

    /** {@code record-phone-call} is "Record phone call". */
    static String action(String action) {
        return RequestFacts.title(action.replace('-', ' '));
    }
}
