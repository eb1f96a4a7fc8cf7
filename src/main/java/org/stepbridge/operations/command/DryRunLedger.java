package org.stepbridge.operations.command;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Case;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FeedRules;
import org.stepbridge.casework.FeedTrouble;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileEnd;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.Ledger;
import org.stepbridge.casework.MergeRow;
import org.stepbridge.casework.NoteRow;
import org.stepbridge.casework.RecordRow;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.casework.TakenFile;
import org.stepbridge.casework.UnmovedFile;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Merge;
import org.stepbridge.model.Merges;
import org.stepbridge.model.Note;
import org.stepbridge.model.PersonId;
import org.stepbridge.model.Request;
import org.stepbridge.operations.command.CheckReport.BadRow;
import org.stepbridge.operations.command.CheckReport.TriedFile;
import org.stepbridge.operations.command.CheckReport.TriedRequest;

/** A ledger that forgets: what {@code check} tries exports on. It decides as the real one does and keeps the answers. */
final class DryRunLedger implements Ledger {
    private final Clock clock;
    private final Map<String, List<Note>> notes = new HashMap<>();
    private final Map<PersonId, Merge> merged = new HashMap<>();
    private final List<TriedRequest> answers = new ArrayList<>();
    private final List<TriedFile> files = new ArrayList<>();
    private final Map<String, List<TakenFile>> taken = new HashMap<>();
    private final List<BadRow> rejected = new ArrayList<>();
    private @Nullable Instant watermark;
    private @Nullable FileArrival file;
    private FileProgress progress = new FileProgress(0, 0, 0, 0, 0, false);

    DryRunLedger(Clock clock) {
        this.clock = clock;
    }

    /** What would happen to each request. */
    List<TriedRequest> answers() {
        return answers;
    }

    /** What would become of each file. */
    List<TriedFile> files() {
        return files;
    }

    @Override
    public FileProgress open(FileArrival arrival) {
        file = arrival;
        rejected.clear();
        progress = new FileProgress(progress.fileId() + 1, 0, 0, 0, 0, false);
        return progress;
    }

    @Override
    public FileProgress receive(Batch<RequestRow> batch, Decider decider) {
        Merges merges = Merges.of(merged.values());
        for (RequestRow row : batch.good()) {
            Request request = row.request();
            Case aCase = new Case(
                    request, row.flags(), about(request.child(), merges), watermark, List.of(), clock.instant());
            answers.add(TriedRequest.of(request, decider.decide(aCase)));
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

    @Override
    public FileProgress merge(Batch<MergeRow> batch) {
        batch.good().forEach(row -> row.merges().forEach(merge -> merged.put(merge.merged(), merge)));
        return advance(batch);
    }

    /** Records decide nothing. */
    @Override
    public FileProgress record(Batch<RecordRow> batch) {
        return advance(batch);
    }

    private FileProgress advance(Batch<?> batch) {
        batch.rejected().stream()
                .map(row -> new BadRow(row.row(), row.column(), row.problem()))
                .forEach(rejected::add);
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

    private FoundNotes about(Child child, Merges merges) {
        Set<Note> found = new LinkedHashSet<>();
        for (Child way : merges.ways(child)) {
            keys(way, false).forEach(key -> found.addAll(notes.getOrDefault(key, List.of())));
        }
        return new FoundNotes(List.copyOf(found), merges);
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
    public List<FeedTrouble> close(long fileId, FileEnd end) {
        FileArrival arrival = Objects.requireNonNull(file);
        List<TakenFile> before = taken.getOrDefault(arrival.feed(), List.of());
        TakenFile read = taken(arrival, end.troubles());
        List<FeedTrouble> troubles = FeedRules.troubles(end.feed(), read, before, clock.instant());
        List<TakenFile> all = new ArrayList<>(before);
        all.add(0, taken(arrival, troubles));
        taken.put(arrival.feed(), all);
        if (end.feed().kind() == Feed.Kind.NOTES && troubles.isEmpty()) {
            watermark = FeedRules.reached(end.feed(), all);
        }
        files.add(new TriedFile(
                arrival.name(),
                arrival.feed(),
                progress.accepted(),
                progress.rejected(),
                end.findings(),
                FeedTrouble.sentence(troubles),
                List.copyOf(rejected)));
        return troubles;
    }

    private TakenFile taken(FileArrival arrival, List<FeedTrouble> troubles) {
        return new TakenFile(
                arrival.name(),
                arrival.contentHash(),
                clock.instant(),
                arrival.extractedAt(),
                progress.rowsDone(),
                troubles);
    }

    @Override
    public void moved(long fileId) {
        // nothing is remembered of files
    }

    @Override
    public List<UnmovedFile> unmoved(Authority authority, String feed) {
        return List.of();
    }

    @Override
    public void forget(long fileId) {
        // nothing is remembered of files
    }

    @Override
    public void refused(FileArrival arrival, Findings findings, String reason) {
        files.add(new TriedFile(arrival.name(), arrival.feed(), 0, 0, findings, reason, List.of()));
    }

    @Override
    public int recheck(Authority authority, int most, Decider decider) {
        return 0;
    }
}
