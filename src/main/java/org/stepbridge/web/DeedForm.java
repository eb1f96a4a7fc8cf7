package org.stepbridge.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Action.Party;
import org.stepbridge.casework.Action.Said;
import org.stepbridge.model.Answer;

/** What the forms of a request's page ask for. Public types of the ledger are made here and nowhere else in the pages. */
record DeedForm(Map<String, String> fields, ZoneId zone) {
    private static final Set<String> QUEUES = Set.of("hub", "mash");

    /** The action that the address names with these fields; empty when a field does not hold what it must. */
    Optional<Action> action(String name) {
        try {
            return Optional.ofNullable(read(name));
        } catch (IllegalArgumentException | DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    /** The key that came with the form; empty when it is none. */
    Optional<UUID> key() {
        try {
            return Optional.of(UUID.fromString(text("key")));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** The decision that was seen. */
    long seen() {
        String seen = text("seen");
        return seen.matches("\\d{1,18}") ? Long.parseLong(seen) : -1;
    }

    /** The queue that the form stood in; empty when it stood on the request's own page. */
    Optional<String> back() {
        return Optional.of(text("back")).filter(QUEUES::contains).map(name -> "/" + name);
    }

    String reason() {
        return text("reason");
    }

    private @Nullable Action read(String name) {
        return switch (name) {
            case "use-note" -> new Action.Settle(new Answer.UseNote(needed("note")));
            case "forward" -> new Action.Settle(new Answer.SendTo(needed("place")));
            case "return" -> new Action.Settle(new Answer.GiveBack(needed("told")));
            case "recheck" -> new Action.Recheck();
            case "close" -> new Action.Close();
            case "disagree" -> new Action.Disagree();
            case "happen" -> new Action.Happen(needed("event"));
            case "tick-item" -> new Action.TickItem(needed("item"));
            case "tick-task" -> new Action.TickTask(Long.parseLong(needed("task")));
            case "meet-clock" -> new Action.MeetClock(Long.parseLong(needed("clock")));
            case "record-phone-call" -> new Action.RecordPhoneCall(moment("at"), needed("spokeTo"));
            case "resend" -> new Action.Resend(UUID.fromString(needed("delivery")));
            case "give-up" -> new Action.GiveUp(UUID.fromString(needed("delivery")));
            case "mark-delivered" -> new Action.MarkDelivered(UUID.fromString(needed("delivery")));
            case "hub-outcome" -> outcome(Party.HUB);
            case "mash-outcome" -> outcome(Party.MASH);
            default -> null;
        };
    }

    private Action outcome(Party party) {
        String starts = text("starts");
        return new Action.RecordOutcome(
                party,
                Said.valueOf(needed("said").toUpperCase(Locale.ROOT)),
                reason(),
                starts.isEmpty() ? null : LocalDate.parse(starts));
    }

    private Instant moment(String field) {
        return LocalDateTime.parse(needed(field)).atZone(zone).toInstant();
    }

    private String needed(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a field is empty");
        }
        return text;
    }

    private String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** A moment as a form's field for date and time takes it. */
    static String here(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
