package org.stepbridge.operations.command;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Case;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.Ledger;
import org.stepbridge.casework.NoteRow;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Note;
import org.stepbridge.model.PersonId;
import org.stepbridge.model.Request;

/** A ledger that forgets: what {@code check} tries exports on. It decides as the real one does and keeps the answers. */
final class DryRunLedger implements Ledger {
    private final Clock clock;
    private final Map<String, List<Note>> notes = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private @Nullable Instant watermark;
    private String file = "";
    private FileProgress progress = new FileProgress(0, 0, 0, 0, 0, false);

    DryRunLedger(Clock clock) {
        this.clock = clock;
    }

    /** What would happen to a request. */
    record Answer(Request request, Decision decision) {}

    /** A row of this file that would be rejected. */
    record Rejected(String file, RejectedRow row) {}

    List<Answer> answers() {
        return answers;
    }

    List<String> troubles() {
        return troubles;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    @Override
    public FileProgress open(FileArrival arrival) {
        file = arrival.name();
        progress = new FileProgress(progress.fileId() + 1, 0, 0, 0, 0, false);
        return progress;
    }

    @Override
    public FileProgress receive(Batch<RequestRow> batch, Decider decider) {
        for (RequestRow row : batch.good()) {
            Request request = row.request();
            Case aCase = new Case(request, row.flags(), about(request.child()), watermark, clock.instant());
            answers.add(new Answer(request, decider.decide(aCase)));
        }
        return advance(batch);
    }

    @Override
    public FileProgress add(Batch<NoteRow> batch) {
        batch.good().forEach(row -> keep(row.note()));
        batch.rejected().stream().map(RejectedRow::brokenNote).forEach(note -> {
            if (note != null) {
                keep(note);
            }
        });
        return advance(batch);
    }

    private FileProgress advance(Batch<?> batch) {
        batch.rejected().forEach(row -> rejected.add(new Rejected(file, row)));
        progress = new FileProgress(
                batch.fileId(),
                batch.rowsDone(),
                progress.accepted() + batch.good().size(),
                0,
                progress.rejected() + batch.rejected().size(),
                false);
        return progress;
    }

    private void keep(Note note) {
        keys(note.child(), true)
                .forEach(key ->
                        notes.computeIfAbsent(key, any -> new ArrayList<>()).add(note));
    }

    private List<Note> about(Child child) {
        Set<Note> found = new LinkedHashSet<>();
        keys(child, false).forEach(key -> found.addAll(notes.getOrDefault(key, List.of())));
        return List.copyOf(found);
    }

    /** A child's identifiers; the name too where it is asked for, or where there is no identifier. */
    private static List<String> keys(Child child, boolean nameOnlyIfNothingElse) {
        List<String> keys = new ArrayList<>();
        add(keys, "lcs", child.lcs());
        add(keys, "ehm", child.ehm());
        add(keys, "nhs", child.nhs());
        add(keys, "upn", child.upn());
        if (!nameOnlyIfNothingElse || keys.isEmpty()) {
            keys.add((child.surname() + "|" + child.forename() + "|" + child.dateOfBirth()).toLowerCase(Locale.ROOT));
        }
        return keys;
    }

    private static void add(List<String> keys, String kind, @Nullable PersonId id) {
        if (id != null) {
            keys.add(kind + " " + id.value());
        }
    }

    @Override
    public void close(long fileId, @Nullable Instant reached, String trouble) {
        if (reached != null && (watermark == null || watermark.isBefore(reached))) {
            watermark = reached;
        }
        if (!trouble.isEmpty()) {
            troubles.add(file + ": " + trouble);
        }
    }

    @Override
    public void moved(long fileId) {
        // nothing is remembered of files
    }

    @Override
    public void refused(FileArrival arrival, String reason) {
        troubles.add(arrival.name() + ": " + reason);
    }

    @Override
    public int recheck(Authority authority, int most, Decider decider) {
        return 0;
    }
}
