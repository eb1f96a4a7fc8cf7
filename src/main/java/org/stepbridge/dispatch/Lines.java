package org.stepbridge.dispatch;

import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Considered;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Details;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.PersonId;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Request;
import org.stepbridge.model.Sitting;
import org.stepbridge.model.Verdict;

/** Fills the lines of the files, each in the order of its header. */
final class Lines {
    private Lines() {}

    static List<String> lcsReturn(Parcel.Item item, ZoneId zone) {
        Request request = item.request();
        Details details = request.details();
        return List.of(
                item.reference().value(),
                request.sourceId(),
                typeAsExported(request),
                id(request.child().lcs()),
                id(request.child().ehm()),
                decidedAt(item, zone),
                reasons(item, Reason::code, "|"),
                reasons(item, Reason::text, " "),
                reasons(item, Reason::clause, "|"),
                details.text("socialWorker"),
                details.text("socialWorkerEmail"),
                details.text("teamManager"));
    }

    static List<String> ehmReturn(Parcel.Item item, ZoneId zone) {
        Request request = item.request();
        return List.of(
                item.reference().value(),
                request.sourceId(),
                id(request.child().ehm()),
                id(request.child().lcs()),
                decidedAt(item, zone),
                reasons(item, Reason::code, "|"),
                reasons(item, Reason::text, " "),
                reasons(item, Reason::clause, "|"),
                request.details().text("raisedBy"),
                request.details().text("raisedByEmail"));
    }

    static List<String> allocation(Parcel.Item item, ZoneId zone) {
        Request request = item.request();
        Decision decision = item.decision();
        Considered note = decision.evidence() instanceof Verdict.Evidenced evidenced ? evidenced.note() : null;
        return List.of(
                item.reference().value(),
                request.sourceId(),
                typeAsExported(request),
                id(request.child().lcs()),
                id(request.child().ehm()),
                decision.outcome() instanceof Outcome.Allocated allocated ? allocated.tray() : "",
                decidedAt(item, zone),
                note == null ? "" : note.noteId(),
                note == null || note.date() == null ? "" : note.date().toString(),
                note == null ? "" : note.author(),
                request.details().text("workRequired"),
                request.details().text("desiredOutcomes"),
                decision.flags().stream().map(Flag::code).distinct().collect(joining("|")));
    }

    static List<String> agenda(Parcel.Item item, ZoneId zone) {
        Request request = item.request();
        Sitting sitting = item.decision().outcome() instanceof Outcome.Allocated allocated ? allocated.sitting() : null;
        return List.of(
                item.reference().value(),
                sitting == null ? "" : sitting.title(),
                sitting == null ? "" : sitting.on().toString(),
                request.sourceId(),
                typeAsExported(request),
                id(request.child().lcs()),
                id(request.child().ehm()),
                request.locality(),
                Objects.requireNonNullElse(Times.offset(request.requestedAt(), zone), ""),
                request.details().text("socialWorker", "raisedBy"),
                item.decision().flags().stream().map(Flag::code).distinct().collect(joining("|")));
    }

    static List<String> lcsRecording(Parcel.Item item, ZoneId zone) {
        return recording(item, id(item.request().child().lcs()), zone);
    }

    static List<String> ehmRecording(Parcel.Item item, ZoneId zone) {
        return recording(item, id(item.request().child().ehm()), zone);
    }

    private static List<String> recording(Parcel.Item item, String person, ZoneId zone) {
        Decision decision = item.decision();
        String clauses = decision.reasons().stream()
                .map(Reason::clause)
                .filter(clause -> !clause.isEmpty())
                .distinct()
                .collect(joining(", "));
        return List.of(
                item.reference().value(),
                person,
                decidedAt(item, zone),
                kind(decision.outcome()),
                clauses.isEmpty() ? decision.sentence() : decision.sentence() + " (" + clauses + ")");
    }

    /** The source system's own word for the type, so that its import knows it again. */
    private static String typeAsExported(Request request) {
        String exported = request.details().text("typeAsExported");
        return exported.isEmpty() ? request.type() : exported;
    }

    private static String kind(Outcome outcome) {
        if (outcome instanceof Outcome.Allocated) {
            return "accepted";
        } else if (outcome instanceof Outcome.ForHub) {
            return "sent-to-hub";
        } else if (outcome instanceof Outcome.ForMash) {
            return "sent-to-mash";
        }
        return outcome.state().label();
    }

    private static String reasons(Parcel.Item item, Function<Reason, String> part, String between) {
        return item.decision().reasons().stream().map(part).distinct().collect(joining(between));
    }

    private static String decidedAt(Parcel.Item item, ZoneId zone) {
        return Objects.requireNonNull(Times.offset(item.decidedAt(), zone));
    }

    static String id(@Nullable PersonId id) {
        return id == null ? "" : id.value();
    }
}
